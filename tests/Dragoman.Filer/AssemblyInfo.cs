using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Dragoman.Tests")]
