using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Dragoman.Language;
using Dragoman.Language.Packs;
using Dragoman.Language.Training;
using Dragoman.Reading;
using Dragoman.Reading.Intake;
using Dragoman.Reading.Regions;

namespace Dragoman.Commands;

/// <summary><c>dragoman parse FILE…</c>: shows the words and trees that everything else is read from, as CoNLL-U.</summary>
internal static class ParseCommand
{
    private const string Treebank = "conllu";

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> files = new("FILE") { Description = "Documents, or CoNLL-U files with --from conllu", Arity = ArgumentArity.OneOrMore };
        Option<string> from = new("--from") { Description = "text: documents; conllu: sentences already cut into words, which are analysed anew", DefaultValueFactory = _ => "text" };
        from.AcceptOnlyFromAmong("text", Treebank);
        Option<string> format = new("--format") { Description = "What is written", DefaultValueFactory = _ => Treebank };
        format.AcceptOnlyFromAmong(Treebank);
        Option<string> language = new("--language") { Description = "The language of the documents", HelpName = "CODE", DefaultValueFactory = _ => "en" };
        Command command = new("parse", "Writes the words, tags and trees of documents as CoNLL-U.") { files, from, format, language };
        ProfileOption profile = new();
        profile.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            ParseOutput output = new(CommandLine.DataOf(parsed), parsed.GetRequiredValue(language), profile.Of(parsed), terminal);
            string[] paths = parsed.GetRequiredValue(files);
            return Task.FromResult(parsed.GetValue(from) == Treebank ? output.WriteTreebanks(paths, cancellation) : output.WriteDocuments(paths, cancellation));
        });
        return command;
    }

    private sealed class ParseOutput
    {
        private readonly Annotator _annotator;
        private readonly RegionMarker _regions;
        private readonly Terminal _terminal;

        /// <exception cref="DataException">The language's data have a fault.</exception>
        public ParseOutput(DataFolder data, string language, Profile profile, Terminal terminal)
        {
            Problems problems = new();
            Annotator? annotator = Annotator.Load(data, language, problems, profile);
            RegionMarker? regions = RegionMarker.Load(data, language, problems);
            problems.ThrowIfAny();
            _annotator = annotator!;
            _regions = regions!;
            _terminal = terminal;
        }

        public int WriteDocuments(string[] files, CancellationToken cancellation)
        {
            int exit = ExitCode.Done;
            foreach (Arrival arrival in new ArticleIntake().Take(files))
            {
                cancellation.ThrowIfCancellationRequested();
                if (arrival.Article is not { } article)
                {
                    UnreadableException refusal = arrival.Refusal!;
                    _terminal.Report(refusal.Code, refusal.Origin, refusal.Message);
                    exit = ExitCode.SomeFailed;
                    continue;
                }

                Page page = _regions.Mark(article);
                AnnotatedDocument text = _annotator.Annotate(article.Document, [.. page.Regions.Where(region => region.IsRead).Select(region => region.Span)]);
                Write(ConlluExporter.Export(text, article.Id));
            }

            return exit;
        }

        /// <exception cref="CommandException">A file is missing.</exception>
        /// <exception cref="DataException">A file is no CoNLL-U.</exception>
        public int WriteTreebanks(string[] files, CancellationToken cancellation)
        {
            foreach (string file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!File.Exists(file)) throw new CommandException("DG4005", $"there is no file '{file}'");
                Problems problems = new();
                ImmutableArray<ConlluSentence> sentences = ConlluReader.ReadFile(file, problems);
                problems.ThrowIfAny();
                Write(_annotator.Annotate(sentences));
            }

            return ExitCode.Done;
        }

        private void Write(ImmutableArray<ConlluSentence> sentences)
        {
            using StreamWriter output = new(_terminal.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            ConlluWriter writer = new(output);
            foreach (ConlluSentence sentence in sentences) writer.Write(sentence);
        }
    }
}
