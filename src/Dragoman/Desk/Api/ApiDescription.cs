using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Dragoman.Desk.Api;

/// <summary>What <c>/api/openapi.json</c> says beyond the addresses: title, and for each answer an example that a test holds to be what the desk gives.</summary>
internal static class ApiDescription
{
    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = static description => description.RelativePath?.StartsWith(ApiEndpoints.Root[1..], StringComparison.Ordinal) ?? false;
            options.AddDocumentTransformer(static (document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "Dragoman",
                    Version = "1",
                    Description = "The record of a peace process: documents, statements, findings and what reviewers decided. Every record cites the exact words of the exact document; spans are half-open, in Unicode code points.",
                };
                document.Servers = [];
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Puts the answer <c>api-NAME.json</c> beside the endpoint.</summary>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, string name) => endpoint
        .Produces<JsonObject>(StatusCodes.Status200OK, "application/json")
        .Produces(StatusCodes.Status304NotModified)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Responses is { } responses && responses.TryGetValue("200", out IOpenApiResponse? answer) && answer.Content is { } contents
                && contents.TryGetValue("application/json", out OpenApiMediaType? content))
            {
                content.Example = JsonNode.Parse(Example(name));
            }

            return Task.CompletedTask;
        });

    internal static string Example(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"api-{name}.json") ?? throw new FileNotFoundException("The program lacks a file of its own.", name);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
