using Dragoman.Desk.Access;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Dragoman.Tests;

public sealed class GateTests
{
    [Theory]
    [InlineData("GET", Role.Reader)]
    [InlineData("HEAD", Role.Reader)]
    [InlineData("POST", Role.Coder)]
    [InlineData("DELETE", Role.Coder)]
    public void An_endpoint_that_says_nothing_is_open_to_readers_and_changed_by_coders(string method, Role needed) =>
        Assert.Equal(needed, NeedsRole.Of(Endpoint(), method));

    [Fact]
    public void An_endpoint_may_ask_for_more() => Assert.Equal(Role.Curator, NeedsRole.Of(Endpoint(new NeedsRole(Role.Curator)), "GET"));

    [Fact]
    public void Only_an_endpoint_that_says_so_is_open_to_anybody()
    {
        Assert.Null(NeedsRole.Of(Endpoint(new OpenToAnybody()), "POST"));
        Assert.Equal(Role.Reader, NeedsRole.Of(null, "GET"));
    }

    [Fact]
    public void A_person_is_found_again_in_what_stands_for_them()
    {
        Person ada = new("Ada", Role.Curator);
        Assert.Equal(ada, Person.Find(ada.ToPrincipal("local")));
        Assert.Null(Person.Find(new System.Security.Claims.ClaimsPrincipal()));
    }

    private static Endpoint Endpoint(params object[] metadata) => new(null, new EndpointMetadataCollection(metadata), "an endpoint");
}
