using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dragoman.Language.Packs;

/// <summary>Opens YAML data files as nodes that know their place; YAML's own errors become problems.</summary>
public static class YamlFile
{
    /// <summary>The root node, or null (with a problem) if the file is missing, empty or not YAML. Duplicate keys are YAML errors.</summary>
    public static YamlData? Read(DataFolder folder, string file, Problems problems)
    {
        string path = folder.Path(file);
        if (!File.Exists(path))
        {
            problems.Add(file, 0, 0, "DG1001", "file is missing; restore it, or copy it from lang/en");
            return null;
        }

        try
        {
            YamlStream stream = [];
            using StreamReader reader = new(path);
            stream.Load(reader);
            if (stream.Documents.Count == 1) return new(stream.Documents[0].RootNode, file, problems);
            problems.Add(file, 1, 1, "DG1004", "expected one YAML document");
        }
        catch (YamlException error)
        {
            problems.Add(file, (int)error.Start.Line, (int)error.Start.Column, "DG1004", error.InnerException?.Message ?? error.Message);
        }

        return null;
    }
}

/// <summary>
/// A YAML node read strictly: a wrong shape, a missing key or an unknown key becomes a problem with line and column, and reading goes on.
/// </summary>
public sealed class YamlData
{
    private readonly YamlNode _node;
    private readonly Problems _problems;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal YamlData(YamlNode node, string file, Problems problems)
    {
        _node = node;
        _problems = problems;
        File = file;
    }

    public string File { get; }

    public int Line => (int)_node.Start.Line;

    public int Column => (int)_node.Start.Column;

    public bool IsScalar => _node is YamlScalarNode;

    public bool IsList => _node is YamlSequenceNode;

    public bool IsMap => _node is YamlMappingNode;

    /// <summary>The scalar's text; a problem and "" if the node is not a scalar.</summary>
    public string Text
    {
        get
        {
            if (_node is YamlScalarNode scalar) return scalar.Value ?? "";
            Report("DG1005", "expected a single value here");
            return "";
        }
    }

    /// <summary>The items of a list; a scalar counts as a list of one.</summary>
    public IReadOnlyList<YamlData> Items => _node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(Wrap)],
        YamlScalarNode => [this],
        _ => Fail("DG1005", "expected a list here"),
    };

    /// <summary>The pairs of a map in file order, for maps whose keys are data (all of them count as known).</summary>
    public IReadOnlyList<(string Key, YamlData Value)> Pairs
    {
        get
        {
            if (_node is not YamlMappingNode map)
            {
                Report("DG1005", "expected keys and values here");
                return [];
            }

            List<(string, YamlData)> pairs = [];
            foreach ((YamlNode key, YamlNode value) in map.Children)
            {
                string name = (key as YamlScalarNode)?.Value ?? "";
                _asked.Add(name);
                pairs.Add((name, Wrap(value)));
            }

            return pairs;
        }
    }

    /// <summary>The value of an optional key, or null.</summary>
    public YamlData? Get(string key)
    {
        _asked.Add(key);
        return _node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? Wrap(value) : null;
    }

    /// <summary>The value of a key that must be there; a problem and null if it is not.</summary>
    public YamlData? Need(string key)
    {
        YamlData? value = Get(key);
        if (value is null) Report("DG1006", $"key '{key}' is missing");
        return value;
    }

    /// <summary>The texts of an optional list, or none.</summary>
    public IReadOnlyList<string> Texts(string key) => Get(key)?.Items.Select(item => item.Text).ToArray() ?? [];

    /// <summary>Reports every key that nobody asked for, with the nearest known one. Call it after the last <see cref="Get"/>.</summary>
    public void Close()
    {
        if (_node is not YamlMappingNode map)
        {
            Report("DG1005", "expected keys and values here");
            return;
        }

        foreach (YamlNode key in map.Children.Keys)
        {
            string name = (key as YamlScalarNode)?.Value ?? "";
            if (_asked.Contains(name)) continue;
            string? near = Nearest.To(name, _asked);
            _problems.Add(File, (int)key.Start.Line, (int)key.Start.Column, "DG1007", $"unknown key '{name}'" + (near is null ? "" : $"; did you mean '{near}'?"));
        }
    }

    public void Report(string code, string message) => _problems.Add(File, Line, Column, code, message);

    private YamlData Wrap(YamlNode node) => new(node, File, _problems);

    private IReadOnlyList<YamlData> Fail(string code, string message)
    {
        Report(code, message);
        return [];
    }
}
