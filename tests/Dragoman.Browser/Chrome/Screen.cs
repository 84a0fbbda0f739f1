namespace Dragoman.Browser;

/// <summary>What a page is looked at with.</summary>
public sealed record Screen(string Name, int Width, int Height, bool IsPhone, bool IsDark)
{
    public static Screen Desktop { get; } = new("desktop", 1360, 900, IsPhone: false, IsDark: false);

    public static Screen DesktopDark { get; } = Desktop with { Name = "desktop, dark", IsDark = true };

    public static Screen Phone { get; } = new("phone", 390, 844, IsPhone: true, IsDark: false);

    public static Screen PhoneDark { get; } = Phone with { Name = "phone, dark", IsDark = true };

    public static IEnumerable<Screen> All => [Desktop, DesktopDark, Phone, PhoneDark];

    public static Screen Of(string name) => All.Single(screen => screen.Name == name);
}
