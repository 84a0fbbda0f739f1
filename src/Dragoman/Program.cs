using Dragoman.Commands;

return await CommandLine.RunAsync(args, Terminal.Console);
