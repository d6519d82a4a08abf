package dev.sextant.app.plot;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// A scene as pixels. Needs no screen, but a font: a machine without any gets an error that says so.
final class PngWriter {
    private final Graphics2D graphics;

    private PngWriter(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static void write(Scene scene, Path file) throws IOException {
        try (var stream = Files.newOutputStream(file)) {
            ImageIO.setUseCache(false);
            ImageIO.write(image(scene), "png", stream);
        }
    }

    static BufferedImage image(Scene scene) {
        System.setProperty("java.awt.headless", "true");
        int width = scene.size().width() * PlotSize.PIXELS;
        int height = scene.size().height() * PlotSize.PIXELS;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setColor(new Color(Colour.PAPER.rgb()));
            graphics.fillRect(0, 0, width, height);
            graphics.scale(PlotSize.PIXELS, PlotSize.PIXELS);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            scene.marks().forEach(new PngWriter(graphics)::draw);
        } catch (InternalError | NullPointerException | UnsatisfiedLinkError noFonts) {
            throw new IllegalStateException("""
                    This machine has no font that Java can draw with, which a PNG needs (%s).
                    Write the plot as .svg, or install fontconfig and a font such as DejaVu.""".formatted(noFonts.getMessage()), noFonts);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Mark.Line line -> {
                paint(line.paint());
                stroke(line.width());
                graphics.draw(path(line.points()));
            }
            case Mark.Area area -> {
                paint(area.paint());
                graphics.fill(path(area.corners()));
            }
            case Mark.Sign sign -> sign(sign);
            case Mark.Box box -> {
                paint(box.paint());
                graphics.fill(new Rectangle2D.Double(box.corner().x(), box.corner().y(), box.width(), box.height()));
            }
            case Mark.Label label -> {
                font(label.font());
                graphics.drawString(label.text(), (float) (label.at().x() - before(label.anchor()) * width(label.text())), (float) label.at().y());
            }
            case Mark.Upright upright -> {
                font(upright.font());
                var before = graphics.getTransform();
                graphics.translate(upright.at().x(), upright.at().y());
                graphics.rotate(-Math.PI / 2);
                graphics.drawString(upright.text(), (float) (-width(upright.text()) / 2), 0);
                graphics.setTransform(before);
            }
        }
    }

    private static Path2D path(List<Point> points) {
        var path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.forEach(p -> path.lineTo(p.x(), p.y()));
        return path;
    }

    private void sign(Mark.Sign sign) {
        paint(sign.paint());
        double x = sign.at().x();
        double y = sign.at().y();
        double r = sign.radius();
        var circle = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        switch (sign.shape()) {
            case DOT -> graphics.fill(circle);
            case RING -> {
                stroke(2);
                graphics.draw(circle);
            }
            case CROSS -> {
                stroke(1.5);
                var cross = new Path2D.Double();
                cross.moveTo(x - r, y - r);
                cross.lineTo(x + r, y + r);
                cross.moveTo(x + r, y - r);
                cross.lineTo(x - r, y + r);
                graphics.draw(cross);
            }
        }
    }

    private void paint(Mark.Paint paint) {
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) paint.opacity()));
        graphics.setColor(new Color(paint.colour().rgb()));
    }

    private void stroke(double width) {
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }

    private void font(Mark.Font font) {
        paint(Mark.Paint.of(font.colour()));
        graphics.setFont(new Font(Font.SANS_SERIF, font.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) font.size()));
    }

    private double width(String text) {
        return graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
    }

    private static double before(Mark.Anchor anchor) {
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> 0.5;
            case END -> 1;
        };
    }
}
