// The view of a study in a notebook: drawn here, fed by the kernel (`show`), with buttons that reach the kernel by loopback.
// All text is set as text, never as markup.
window.sextantLive = window.sextantLive || (() => {
    const views = {};
    const COLOURS = {complete: "#1a7f5a", running: "#3b82f6", failed: "#c0392b", pruned: "#b45309", queued: "#888", paused: "#888", cancelled: "#888", lost: "#c0392b"};

    function node(parent, name, attributes, text) {
        const svg = ["svg", "circle", "polyline", "text", "line", "title"].includes(name);
        const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
        for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
        if (text !== undefined) made.textContent = text;
        if (parent) parent.appendChild(made);
        return made;
    }

    const short = value => typeof value === "number" ? String(Number(value.toPrecision(5))) : value === undefined || value === null ? "" : String(value);

    // ---- reaching the kernel

    function base() {
        const config = document.getElementById("jupyter-config-data");
        try { return JSON.parse(config.textContent).baseUrl || "/"; } catch (none) { return (document.body.dataset || {}).baseUrl || "/"; }
    }

    function cookie(name) {
        const found = document.cookie.split("; ").find(pair => pair.startsWith(name + "="));
        return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
    }

    async function post(url, headers) {
        const answer = await fetch(url, {method: "POST", headers: headers || {}});
        const said = await answer.json().catch(() => ({}));
        if (!answer.ok) throw Object.assign(new Error(said.error || `status ${answer.status}`), {answered: Boolean(said.error)});
        return said;
    }

    // The kernel's own door: directly where the browser is on its machine, else by the notebook server's proxy if it has one.
    async function act(view, action) {
        const {port, word} = view.settings;
        const doors = view.door ? [view.door] : [`http://127.0.0.1:${port}`, `${base()}proxy/${port}`];
        let failed;
        for (const door of doors) {
            try {
                const said = await post(`${door}/${word}/${action}`, door.startsWith("http") ? {} : {"X-XSRFToken": cookie("_xsrf")});
                view.door = door;
                return said;
            } catch (error) {
                failed = error;
                if (error.answered) throw error;
            }
        }
        throw failed;
    }

    // What the notebook's own stop button does.
    function interrupt(view) {
        return fetch(`${base()}api/kernels/${view.settings.kernel}/interrupt`, {method: "POST", headers: {"X-XSRFToken": cookie("_xsrf")}})
            .then(answer => { if (!answer.ok) throw new Error(`status ${answer.status}`); });
    }

    async function press(view, action, words) {
        say(view, `${words} …`);
        try {
            await act(view, action);
            say(view, "");
        } catch (error) {
            if (action === "stop" && !error.answered && view.settings.kernel) {
                await interrupt(view).then(() => say(view, ""), e => say(view, `The kernel cannot be reached: ${e.message}. Interrupt it from the menu.`));
            } else {
                say(view, error.answered ? error.message : "The kernel cannot be reached from this browser; stopping the whole study works.");
            }
        }
    }

    const say = (view, text) => { view.parts.say.textContent = text; };

    // ---- drawing

    function open(settings) {
        const root = document.getElementById(settings.id);
        if (!root || views[settings.id] && views[settings.id].root === root) return;
        const view = views[settings.id] = {settings, root, sort: ["n", -1], chosen: null, x: "trial", filter: "", parts: {}, seen: null};
        const {parts} = view;
        root.replaceChildren();
        const head = node(root, "div", {class: "head"});
        parts.what = node(head, "span", {class: "what", role: "status"}, "waiting for the first trial …");
        parts.stop = node(head, "button", {class: "stop", type: "button", title: "Stop the study: what runs is queued again"}, "Stop");
        parts.pause = node(head, "button", {type: "button", title: "Begin nothing new until it is resumed"}, "Pause");
        parts.stop.onclick = () => press(view, "stop", "stopping");
        parts.pause.onclick = () => press(view, view.seen && view.seen.paused ? "resume" : "pause", "asking");
        parts.bar = node(node(root, "div", {class: "bar"}), "i", {style: "width:0"});
        const plots = node(root, "div", {class: "plots"});
        parts.history = figure(plots, "history");
        parts.x = node(parts.history.caption, "select", {"aria-label": "horizontal axis"});
        parts.x.onchange = () => { view.x = parts.x.value; draw(view); };
        parts.curves = figure(plots, "curves");
        const filter = node(root, "label", {}, "filter ");
        parts.filter = node(filter, "input", {size: 18, placeholder: "failed, relu, 17 …"});
        parts.filter.oninput = () => { view.filter = parts.filter.value.toLowerCase(); table(view); };
        parts.rows = node(root, "div", {class: "rows"});
        parts.say = node(root, "div", {class: "say", role: "alert"});
        show(settings.id);
    }

    function figure(parent, name) {
        const made = node(parent, "figure", {class: name});
        return {caption: node(made, "figcaption"), title: node(made.firstChild, "span"), plot: node(made, "div")};
    }

    // The outputs of a cell may come to the page in any order: what there is to see waits in sextantSeen for its view.
    function show(id) {
        const view = views[id], seen = (window.sextantSeen || {})[id];
        if (!view || !seen) return;
        for (const page of document.querySelectorAll(`.sextant-static[data-for="${id}"]`)) page.style.display = "none";
        if (view.seen && view.seen.over) return;
        view.seen = seen;
        draw(view);
    }

    function draw(view) {
        const {seen, parts} = view;
        if (!seen) return;
        const count = state => seen.counts[state] || 0;
        const done = count("complete") + count("failed") + count("pruned");
        const best = seen.trials.find(t => t.n === seen.best);
        const words = [seen.study, seen.budget ? `${done}/${seen.budget} trials` : `${done} trials`];
        for (const state of ["running", "failed", "pruned"]) if (count(state)) words.push(`${count(state)} ${state}`);
        if (best) words.push(`best ${seen.metric} = ${short(best.values[seen.metric])} (trial ${best.n})`);
        if (seen.ending) words.push(seen.ending.why);
        parts.what.textContent = words.join(" · ");
        parts.bar.style.width = seen.budget ? `${Math.min(100, 100 * done / seen.budget)}%` : "0";
        parts.stop.disabled = parts.pause.disabled = seen.over;
        parts.pause.textContent = seen.paused ? "Resume" : "Pause";
        if (seen.over) say(view, "");
        plotHistory(view);
        plotCurves(view);
        table(view);
    }

    function axis(values, first, last, mayLog) {
        let low = Math.min(...values), high = Math.max(...values);
        const log = mayLog && low > 0 && high / low >= 100;
        if (log) [low, high] = [Math.log10(low), Math.log10(high)];
        if (!(high > low)) [low, high] = [low - .5, high + .5];
        const place = value => first + ((log ? Math.log10(value) : value) - low) / (high - low) * (last - first);
        const back = at => log ? 10 ** at : at;
        return {place, ticks: [low, (low + high) / 2, high].map(back)};
    }

    function canvas(holder, label, xs, ys, logX) {
        const svg = node(null, "svg", {viewBox: "0 0 520 230", role: "img", "aria-label": label});
        const x = axis(xs, 60, 508, logX), y = axis(ys, 200, 12, true);
        for (const tick of y.ticks) node(svg, "text", {x: 54, y: y.place(tick) + 4, "text-anchor": "end"}, Number(tick.toPrecision(3)));
        for (const tick of new Set(x.ticks)) node(svg, "text", {x: x.place(tick), y: 220, "text-anchor": "middle"}, Number(tick.toPrecision(3)));
        node(svg, "line", {x1: 60, x2: 508, y1: 203, y2: 203, stroke: "currentColor", opacity: .3});
        holder.plot.replaceChildren(svg);
        return {svg, x, y};
    }

    function plotHistory(view) {
        const {seen, parts} = view, {metric} = seen;
        const numeric = [...new Set(seen.trials.flatMap(t => Object.keys(t.parameters).filter(p => typeof t.parameters[p] === "number")))];
        const options = ["trial", ...numeric];
        if (options.join("\n") !== view.options) {
            view.options = options.join("\n");
            parts.x.replaceChildren(...options.map(o => node(null, "option", {value: o}, o)));
            parts.x.value = view.x = options.includes(view.x) ? view.x : "trial";
        }
        parts.history.title.textContent = `${metric} by`;
        const byTrial = view.x === "trial";
        const shown = seen.trials.filter(t => t.state === "complete" && metric in t.values && (byTrial || view.x in t.parameters));
        const points = byTrial ? seen.history.map(([n, value]) => ({n, at: n, value})) : shown.map(t => ({n: t.n, at: t.parameters[view.x], value: t.values[metric]}));
        if (!points.length) return parts.history.plot.replaceChildren();
        const {svg, x, y} = canvas(parts.history, `${metric} by ${view.x}`, points.map(p => p.at), points.map(p => p.value), !byTrial);
        for (const p of points) {
            const dot = node(svg, "circle", {cx: x.place(p.at), cy: y.place(p.value), r: p.n === view.chosen ? 6 : 3.5, fill: p.n === seen.best ? "#1a7f5a" : "#3b82f6", opacity: .65, "data-trial": p.n});
            node(dot, "title", {}, `trial ${p.n}: ${short(p.value)}`);
            dot.onclick = () => choose(view, p.n);
        }
        if (byTrial) {
            const line = [...seen.history].sort((a, b) => a[0] - b[0]);
            const corners = line.flatMap(([n, , best], i) => i && line[i - 1][2] !== best ? [[n, line[i - 1][2]], [n, best]] : [[n, best]]);
            node(svg, "polyline", {points: corners.map(([n, v]) => `${x.place(n)},${y.place(v)}`).join(" "), fill: "none", stroke: "#1a7f5a", "stroke-width": 2});
        }
    }

    function plotCurves(view) {
        const {seen, parts} = view, {metric} = seen;
        const curves = seen.trials.filter(t => t.curve).map(t => ({t, points: t.curve.filter(([, values]) => metric in values).map(([step, values]) => [step, values[metric]])}))
            .filter(c => c.points.length);
        parts.curves.title.textContent = curves.length ? `${metric} by step${view.chosen === null ? "" : `, trial ${view.chosen}`}` : "";
        if (!curves.length) return parts.curves.plot.replaceChildren();
        const all = curves.flatMap(c => c.points);
        const {svg, x, y} = canvas(parts.curves, `${metric} by step`, all.map(p => p[0]), all.map(p => p[1]), false);
        curves.sort((a, b) => (a.t.n === view.chosen) - (b.t.n === view.chosen));
        for (const {t, points} of curves) {
            const chosen = t.n === view.chosen;
            const line = node(svg, "polyline", {points: points.map(p => `${x.place(p[0])},${y.place(p[1])}`).join(" "), fill: "none", stroke: COLOURS[t.state] || "#888",
                "stroke-width": chosen ? 3 : 1.3, opacity: chosen || t.state === "running" ? 1 : .35, "data-trial": t.n});
            node(line, "title", {}, `trial ${t.n} (${t.state})`);
            line.onclick = () => choose(view, t.n);
        }
    }

    function choose(view, n) {
        view.chosen = view.chosen === n ? null : n;
        draw(view);
    }

    function table(view) {
        const {seen, parts} = view;
        if (!seen) return;
        const metrics = [...new Set(seen.trials.flatMap(t => Object.keys(t.values)))];
        const names = [...new Set(seen.trials.flatMap(t => Object.keys(t.parameters)))];
        const columns = [["n", "trial", t => t.n], ["state", "state", t => t.state], ["step", "step", t => t.step],
            ...metrics.map(m => [`v ${m}`, m, t => t.values[m]]), ...names.map(p => [`p ${p}`, p, t => t.parameters[p]]),
            ["seconds", "seconds", t => t.begun && t.ended ? Math.round(10 * (t.ended - t.begun)) / 10 : undefined], ["reason", "reason", t => t.reason || undefined]];
        const [key, direction] = view.sort;
        const value = (columns.find(c => c[0] === key) || columns[0])[2];
        const rows = seen.trials.filter(t => !view.filter || columns.some(c => short(c[2](t)).toLowerCase().includes(view.filter)));
        rows.sort((a, b) => compare(value(a), value(b)) * direction || b.n - a.n);
        const made = node(null, "table");
        const head = node(node(made, "thead"), "tr");
        for (const [name, title] of columns) {
            const cell = node(head, "th", {scope: "col", tabindex: 0, "aria-sort": key === name ? (direction > 0 ? "ascending" : "descending") : "none"}, title + (key === name ? (direction > 0 ? " ▲" : " ▼") : ""));
            cell.onclick = () => { view.sort = [name, key === name ? -direction : 1]; table(view); };
            cell.onkeydown = event => { if (event.key === "Enter") cell.onclick(); };
        }
        node(head, "th", {});
        const body = node(made, "tbody");
        for (const t of rows) row(view, body, t, columns);
        keepScroll(parts.rows, () => parts.rows.replaceChildren(made));
    }

    function row(view, body, t, columns) {
        const made = node(body, "tr", {"data-trial": t.n, class: [t.n === view.chosen ? "chosen" : "", t.n === view.seen.best ? "best" : ""].join(" ").trim()});
        made.onclick = () => choose(view, t.n);
        for (const [name, , value] of columns) {
            const cell = node(made, "td", {title: short(value(t))}, short(value(t)));
            if (name === "state") cell.style.color = COLOURS[t.state] || "";
        }
        const last = node(made, "td");
        const action = t.state === "running" ? ["stop", "Stop"] : ["failed", "cancelled", "lost"].includes(t.state) ? ["retry", "Retry"] : null;
        if (!action || view.seen.over) return;
        const button = node(last, "button", {type: "button", "aria-label": `${action[1]} trial ${t.n}`}, action[1]);
        // The table is drawn anew while it lives, so a button acts when it is pressed down and not when it is let go.
        button.onpointerdown = event => { event.stopPropagation(); press(view, `${action[0]}/${t.n}`, `${action[0]} trial ${t.n}`); };
        button.onkeydown = event => { if (event.key === "Enter") press(view, `${action[0]}/${t.n}`, `${action[0]} trial ${t.n}`); };
        button.onclick = event => event.stopPropagation();
    }

    function compare(a, b) {
        if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
        return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
    }

    function keepScroll(holder, change) {
        const {scrollTop, scrollLeft} = holder;
        change();
        Object.assign(holder, {scrollTop, scrollLeft});
    }

    return {open, show};
})();
