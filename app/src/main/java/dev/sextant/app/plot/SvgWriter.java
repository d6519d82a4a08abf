package dev.sextant.app.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A scene as SVG 1.1 text; the same scene gives the same bytes.
final class SvgWriter {
    private static final String FONTS = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    private SvgWriter() {}

    static String write(Scene scene) {
        int width = scene.size().width();
        int height = scene.size().height();
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" font-family="%s">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="%s"/>
                """.formatted(width, height, width, height, FONTS, escape(scene.title()), Colour.PAPER.hex()));
        scene.marks().forEach(mark -> svg.append(element(mark)).append('\n'));
        return svg.append("</svg>\n").toString();
    }

    private static String element(Mark mark) {
        return switch (mark) {
            case Mark.Line line -> "<polyline points=\"%s\" fill=\"none\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>".formatted(
                    points(line.points()), figure(line.width()), paint("stroke", line.paint()));
            case Mark.Area area -> "<polygon points=\"%s\"%s/>".formatted(points(area.corners()), paint("fill", area.paint()));
            case Mark.Sign sign -> sign(sign);
            case Mark.Box box -> "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>".formatted(figure(box.corner().x()), figure(box.corner().y()),
                    figure(box.width()), figure(box.height()), paint("fill", box.paint()));
            case Mark.Label label -> "<text x=\"%s\" y=\"%s\"%s%s>%s</text>".formatted(figure(label.at().x()), figure(label.at().y()),
                    font(label.font()), anchor(label.anchor()), escape(label.text()));
            case Mark.Upright upright -> "<text transform=\"translate(%s %s) rotate(-90)\"%s%s>%s</text>".formatted(figure(upright.at().x()),
                    figure(upright.at().y()), font(upright.font()), anchor(Mark.Anchor.MIDDLE), escape(upright.text()));
        };
    }

    private static String points(List<Point> points) {
        return points.stream().map(p -> figure(p.x()) + "," + figure(p.y())).collect(Collectors.joining(" "));
    }

    private static String sign(Mark.Sign sign) {
        var x = figure(sign.at().x());
        var y = figure(sign.at().y());
        var radius = figure(sign.radius());
        return switch (sign.shape()) {
            case DOT -> "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>".formatted(x, y, radius, paint("fill", sign.paint()));
            case RING -> "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"none\" stroke-width=\"2\"%s/>".formatted(x, y, radius, paint("stroke", sign.paint()));
            case CROSS -> {
                var length = figure(2 * sign.radius());
                yield "<path d=\"M%s %sl%s %sm0 -%sl-%s %s\" fill=\"none\" stroke-width=\"1.5\"%s/>".formatted(
                        figure(sign.at().x() - sign.radius()), figure(sign.at().y() - sign.radius()), length, length, length, length, length,
                        paint("stroke", sign.paint()));
            }
        };
    }

    private static String paint(String what, Mark.Paint paint) {
        var opacity = paint.opacity() < 1 ? " %s-opacity=\"%s\"".formatted(what, figure(paint.opacity())) : "";
        return " %s=\"%s\"%s".formatted(what, paint.colour().hex(), opacity);
    }

    private static String font(Mark.Font font) {
        return " font-size=\"%s\"%s fill=\"%s\"".formatted(figure(font.size()), font.bold() ? " font-weight=\"600\"" : "", font.colour().hex());
    }

    private static String anchor(Mark.Anchor anchor) {
        return anchor == Mark.Anchor.START ? "" : " text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + "\"";
    }

    /// Hundredths are finer than any eye.
    private static String figure(double length) {
        long hundredths = Math.round(length * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        return Double.toString(hundredths / 100.0);
    }

    private static String escape(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
