// Charts that can be zoomed. The server's drawing is the chart; on request ECharts takes its place, and gives it back.

document.querySelector(".bar [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest", behavior: "instant" });

const style = getComputedStyle(document.documentElement);
const colour = name => style.getPropertyValue(`--${name}`).trim();
const series = ["proposal", "violation", "agreement", "meeting", "condition", "ceasefire", "forecast", "novelty"];
const day = 86400000;

/** Where a point or bar of a lane goes: the first row that is free at its place, at most `most`. */
function stack(items, x, most) {
  const rows = [];
  for (const item of items) {
    const left = item.vague ? x(item.from) : x((item.from + item.until) / 2) - 6;
    const right = Math.max(item.vague ? x(item.until) : left + 12, item.lasts ? x(item.lasts) : 0);
    let row = rows.findIndex(end => end <= left);
    if (row < 0 && rows.length < most) row = rows.push(0) - 1;
    item.place = row < 0 ? rows.length - 1 : row;
    rows[item.place] = Math.max(rows[item.place] ?? 0, right);
  }
  return Math.max(1, rows.length);
}

const frame = () => ({
  animation: false,
  textStyle: { fontFamily: style.getPropertyValue("font-family") || "sans-serif", color: colour("soft") },
  aria: { enabled: true },
  tooltip: { renderMode: "richText", confine: true, backgroundColor: colour("sheet"), borderColor: colour("edge"), textStyle: { color: colour("ink"), width: 320, overflow: "break" } },
  dataZoom: [{ type: "inside", filterMode: "none" }, { type: "slider", filterMode: "none", height: 22, bottom: 6, borderColor: colour("rule"), textStyle: { color: colour("soft") } }],
});

const timeAxis = (from, until) => ({
  type: "time", min: from, max: until, position: "top",
  axisLabel: { color: colour("faint"), hideOverlap: true }, axisLine: { lineStyle: { color: colour("rule") } }, splitLine: { show: true, lineStyle: { color: colour("rule") } },
});

/** A timeline: lanes of marks, stacked anew at each zoom; counted stretches are asked for again in their window. */
function timeline(chart, figure, data, library) {
  const left = 150, right = 16, top = 34, row = 13, gap = 9, most = 9;
  let lanes = [];

  function draw() {
    const width = chart.getWidth() - left - right;
    const [from, until] = [data.from, data.until];
    const zoom = chart.getOption()?.dataZoom?.[0] ?? { start: 0, end: 100 };
    const shown = [from + (until - from) * zoom.start / 100, from + (until - from) * zoom.end / 100];
    const x = moment => (moment - shown[0]) / (shown[1] - shown[0]) * width;
    let height = 0;
    lanes = data.lanes.map((name, index) => {
      const items = data.items.filter(item => item.row === index && item.until > shown[0] && item.from < shown[1]);
      const rows = Math.max(2, stack(items, x, most));
      const lane = { name, top: height, rows, items, buckets: data.buckets.filter(b => b.row === index) };
      height += rows * row + 2 * gap;
      return lane;
    });
    chart.resize({ height: height + top + 44 });
    const items = lanes.flatMap(lane => lane.items.map(item => ({ item, y: lane.top + gap + item.place * row + row / 2, value: [item.from, 0] })));
    const counted = lanes.flatMap(lane => lane.buckets.map(bucket => ({ bucket, lane, value: [bucket.from, 0] })));
    const greatest = Math.max(1, ...data.buckets.map(b => b.count));
    chart.setOption({
      ...frame(),
      dataZoom: frame().dataZoom.map(z => ({ ...z, start: zoom.start, end: zoom.end })),
      grid: { left, right, top, height },
      xAxis: timeAxis(from, until),
      yAxis: { type: "value", min: 0, max: height, inverse: true, show: false },
      tooltip: { ...frame().tooltip, formatter: ({ data: { item, bucket } }) => item ? `${item.when}\n${item.title}` : `${bucket.count} records` },
      series: [
        {
          type: "custom", silent: true, clip: false, tooltip: { show: false }, data: lanes.map(lane => [shown[0], lane.top]),
          renderItem: (_, api) => {
            const lane = lanes[_.dataIndex];
            if (!lane) return null;
            const y = api.coord([shown[0], lane.top])[1];
            return {
              type: "group", children: [
                { type: "line", shape: { x1: 0, y1: y, x2: chart.getWidth(), y2: y }, style: { stroke: colour("rule") } },
                { type: "text", style: { x: 0, y: y + 14, text: lane.name, fill: colour("ink"), font: "600 13px sans-serif", width: left - 14, overflow: "truncate" } },
              ],
            };
          },
        },
        { type: "custom", clip: true, data: items, renderItem: (at, api) => mark(items[at.dataIndex], api) },
        { type: "custom", clip: true, data: counted, renderItem: (at, api) => stretch(counted[at.dataIndex], api, greatest, row, gap) },
      ],
    }, { notMerge: true });
  }

  let later;
  chart.on("datazoom", () => {
    clearTimeout(later);
    later = setTimeout(async () => {
      if (!data.buckets.length) return draw();
      const zoom = chart.getOption().dataZoom[0];
      const [from, until] = [zoom.start, zoom.end].map(share => new Date(data.from + (data.until - data.from) * share / 100).toISOString().slice(0, 16));
      const address = new URL(figure.dataset.source, location.href);
      address.searchParams.set("from", from);
      address.searchParams.set("until", until);
      data = await (await fetch(address)).json();
      chart.setOption({ dataZoom: [{ start: 0, end: 100 }, { start: 0, end: 100 }] });
      history.replaceState(null, "", address.pathname.replace(".json", "") + address.search);
      draw();
    }, 200);
  });
  chart.on("click", ({ data: { item } }) => { if (item) location.href = item.address; });
  draw();
  return draw;

  function mark({ item, y }, api) {
    const at = moment => api.coord([moment, y]);
    const ink = colour(item.kind);
    const [x, cy] = at(item.from), end = at(item.until)[0];
    const children = [];
    if (item.lasts) children.push({ type: "rect", shape: { x, y: cy - 4, width: Math.max(2, at(item.lasts)[0] - x), height: 8 }, style: { fill: ink, opacity: .28 } });
    if (item.vague) children.push({ type: "rect", shape: { x, y: cy - 4.5, width: Math.max(4, end - x), height: 9, r: 4.5 }, style: { fill: ink, fillOpacity: item.draft ? .08 : .25, stroke: ink } });
    else if (item.reported) children.push({ type: "rect", shape: { x: (x + end) / 2 - 3.2, y: cy - 3.2, width: 6.4, height: 6.4 }, style: { fill: item.draft ? colour("paper") : ink, stroke: ink, lineWidth: 1.4 } });
    else children.push({ type: "circle", shape: { cx: (x + end) / 2, cy, r: 4.3 }, style: { fill: item.draft ? colour("paper") : ink, stroke: ink, lineWidth: 1.4 } });
    return { type: "group", children };
  }

  function stretch({ bucket, lane }, api, greatest, row, gap) {
    const [x, y] = api.coord([bucket.from, lane.top + gap / 2]);
    const width = Math.max(1.5, api.coord([bucket.until, 0])[0] - x - 1);
    return { type: "rect", shape: { x, y, width, height: lane.rows * row + gap }, style: { fill: colour(bucket.kind ?? "accent"), opacity: .15 + .85 * Math.sqrt(bucket.count / greatest) } };
  }
}

/** Each claimant's figures by time, the ceasefires behind them. */
function claims(chart, figure, data) {
  const points = data.series.flatMap(s => s.points);
  const [from, until] = [Math.min(...points.map(p => p.from)) - 3 * day, Math.max(...points.map(p => p.until)) + 3 * day];
  const [least, greatest] = [Math.min(...points.map(p => p.count)), Math.max(...points.map(p => p.count))];
  const inkOf = s => s.colour === "c-none" ? colour("faint") : colour(series[Number(s.colour.slice(2))]);
  chart.resize({ height: 440 });
  chart.setOption({
    ...frame(),
    grid: { left: 70, right: 20, top: 60, bottom: 60 },
    legend: { top: 0, textStyle: { color: colour("ink") } },
    xAxis: { ...timeAxis(from, until), position: "bottom" },
    yAxis: { type: greatest / Math.max(1, least) > 50 ? "log" : "value", axisLabel: { color: colour("faint") }, splitLine: { lineStyle: { color: colour("rule") } } },
    tooltip: { ...frame().tooltip, formatter: ({ seriesName, data: { point } }) => `${seriesName}: ${point.count.toLocaleString("en")}${point.accused ? ` by ${point.accused}` : ""}\n${point.when}` },
    series: data.series.filter(s => s.points.length).map((s, index) => ({
      name: s.name, type: "line", symbolSize: 11, symbol: "circle", color: inkOf(s),
      data: s.points.map(point => ({ value: [(point.from + point.until) / 2, point.count], point })),
      markArea: index ? undefined : {
        silent: true, itemStyle: { color: colour("ceasefire"), opacity: .13 },
        data: data.truces.map(t => [{ xAxis: t.from }, { xAxis: t.until ?? t.from + day / 4 }]),
      },
    })),
  });
  chart.on("click", ({ data: { point } }) => { location.href = point.address; });
  return () => chart.resize();
}

const kinds = { timeline, claims };

/** Puts the zoomable chart in the drawing's place. */
async function zoomable(figure) {
  const [library, data] = await Promise.all([import(figure.dataset.library), fetch(figure.dataset.source).then(answer => answer.json())]);
  const plain = figure.querySelector(".scroller");
  const canvas = document.createElement("div");
  canvas.className = "canvas";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${figure.dataset.label}, to be zoomed with the wheel or the slider; the same stands in the table below`);
  plain.hidden = true;
  plain.after(canvas);
  const chart = library.init(canvas, null, { renderer: "canvas", height: 300 });
  const redraw = kinds[figure.dataset.chart](chart, figure, data, library);
  const resized = () => { chart.resize(); redraw(); };
  addEventListener("resize", resized);
  return {
    image: () => chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: colour("paper") }),
    close() { removeEventListener("resize", resized); chart.dispose(); canvas.remove(); plain.hidden = false; },
  };
}

for (const figure of document.querySelectorAll("figure[data-chart]")) {
  let open = null;
  const bar = document.createElement("p");
  bar.className = "chart-tools";
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.className = "quiet";
  toggle.textContent = "Zoom and pan";
  toggle.setAttribute("aria-pressed", "false");
  const save = document.createElement("a");
  save.textContent = "Download as PNG";
  save.hidden = true;
  save.href = "#";
  save.download = `${figure.dataset.chart}.png`;
  bar.append(toggle, save);
  figure.prepend(bar);
  toggle.addEventListener("click", async () => {
    toggle.disabled = true;
    if (open) { open.close(); open = null; } else open = await zoomable(figure);
    toggle.disabled = false;
    toggle.setAttribute("aria-pressed", String(!!open));
    toggle.textContent = open ? "Back to the plain chart" : "Zoom and pan";
    save.hidden = !open;
  });
  save.addEventListener("click", () => { save.href = open.image(); });
}
