using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Dragoman.Storage.Export.Tables;
using NodaTime;

namespace Dragoman.Storage.Export;

/// <summary>
/// Writes tables as one Office Open XML workbook (ECMA-376): a sheet a table, the header bold, frozen and with filters, dates as dates. Text is
/// inline text, never a formula. The same tables give the same bytes.
/// </summary>
public sealed class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string TypePrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestCell = 32_767; // characters, a limit of the format
    private const string HeaderStyle = "1";
    private const string DateStyle = "2";
    private const int NarrowColumn = 14; // characters
    private const int WideColumn = 40;

    private static readonly LocalDate DayZero = new(1899, 12, 30);
    private static readonly LocalDate FirstDay = new(1900, 3, 1); // before it, day numbers of the format are off by one
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the earliest that a ZIP can hold

    public byte[] Write(ImmutableArray<Table> tables)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", xml => WriteTypes(xml, tables.Length));
            Add(archive, "_rels/.rels", xml => WriteRelations(xml, [("officeDocument", "xl/workbook.xml")]));
            Add(archive, "xl/workbook.xml", xml => WriteBook(xml, tables));
            Add(archive, "xl/_rels/workbook.xml.rels", xml => WriteRelations(xml, [.. tables.Select((_, i) => ("worksheet", SheetFile(i))), ("styles", "styles.xml")]));
            Add(archive, "xl/styles.xml", WriteStyles);
            for (int i = 0; i < tables.Length; i++)
            {
                Table table = tables[i];
                Add(archive, "xl/" + SheetFile(i), xml => WriteSheet(xml, table));
            }
        }

        return stream.ToArray();
    }

    private static string SheetFile(int index) => string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{index + 1}.xml");

    private static void Add(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using Stream stream = entry.Open();
        using XmlWriter xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        write(xml);
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", Types);
        Write(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Write(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Write(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", TypePrefix + "sheet.main+xml"));
        Write(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", TypePrefix + "styles+xml"));
        for (int i = 0; i < sheets; i++) Write(xml, "Override", ("PartName", "/xl/" + SheetFile(i)), ("ContentType", TypePrefix + "worksheet+xml"));
        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, ImmutableArray<(string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        for (int i = 0; i < relations.Length; i++)
            Write(xml, "Relationship", ("Id", IdOf(i)), ("Type", Relations + "/" + relations[i].Type), ("Target", relations[i].Target));
        xml.WriteEndElement();
    }

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"r{index + 1}");

    private static void WriteBook(XmlWriter xml, ImmutableArray<Table> tables)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("sheets", Main);
        for (int i = 0; i < tables.Length; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", tables[i].Name);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("id", Relations, IdOf(i));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Three cell styles: 0 plain, 1 bold for headers, 2 a date as 2025-04-22.</summary>
    private static void WriteStyles(XmlWriter xml) => xml.WriteRaw($"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """);

    private static void WriteSheet(XmlWriter xml, Table table)
    {
        string last = ColumnName(table.Columns.Length - 1);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("cols", Main);
        for (int i = 1; i <= table.Columns.Length; i++)
        {
            bool isWide = table.Columns[i - 1].Name.EndsWith("_words", StringComparison.Ordinal) || table.Columns[i - 1].Name is "title" or "meaning";
            Write(xml, "col", ("min", TextOf(i)), ("max", TextOf(i)), ("width", TextOf(isWide ? WideColumn : NarrowColumn)), ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, 1, [.. table.Columns.Select(column => (object?)column.Name)], HeaderStyle);
        for (int i = 0; i < table.Rows.Length; i++) WriteRow(xml, i + 2, table.Rows[i], style: null);
        xml.WriteEndElement();
        Write(xml, "autoFilter", ("ref", $"A1:{last}{TextOf(table.Rows.Length + 1)}"));
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, ImmutableArray<object?> cells, string? style)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", TextOf(number));
        for (int i = 0; i < cells.Length; i++)
            if (cells[i] is { } cell) WriteCell(xml, ColumnName(i) + TextOf(number), cell, style);
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string place, object cell, string? style)
    {
        bool isDay = cell is LocalDate day && day >= FirstDay;
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        if ((isDay ? DateStyle : style) is { } its) xml.WriteAttributeString("s", its);
        if (isDay || cell is long)
        {
            xml.WriteElementString("v", Main, isDay ? TextOf(Period.DaysBetween(DayZero, (LocalDate)cell)) : Table.TextOf(cell));
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Allowed(Table.TextOf(cell)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The text without what XML 1.0 cannot hold, cut at what a cell can.</summary>
    private static string Allowed(string text)
    {
        StringBuilder allowed = new(text.Length);
        for (int i = 0; i < text.Length && allowed.Length < LongestCell - 1; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) allowed.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) allowed.Append(text[i]);
        }

        return allowed.ToString();
    }

    /// <summary>A, B … Z, AA, AB …</summary>
    private static string ColumnName(int index)
    {
        const int Letters = 26;
        string name = "";
        for (int rest = index; rest >= 0; rest = (rest / Letters) - 1) name = (char)('A' + (rest % Letters)) + name;
        return name;
    }

    private static string TextOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Write(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
