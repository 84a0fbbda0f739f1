using Dragoman.Bench;

return await Commands.RunAsync(args);
