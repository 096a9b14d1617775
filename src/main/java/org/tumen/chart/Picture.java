package org.tumen.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;

/**
 * A finished drawing that can be written as PNG and as SVG. The same picture gives the same bytes each time on one
 * machine; fonts may make them differ between machines.
 */
public final class Picture {
    /** Pixels of a PNG for each point of the drawing. */
    public static final int SCALE = 2;

    /** ImageIO turns it into level 3 of Deflate: pictures of few colours shrink hardly more beyond, but take longer. */
    private static final float COMPRESSION = 0.67f;

    private static final Map<RenderingHints.Key, Object> HINTS = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);

    private final String title;
    private final int width;
    private final int height;
    private final Panel content;

    /**
     * A picture of something.
     *
     * @param title what readers of the SVG file who cannot see it are told
     * @param width in points, at least 1
     * @param height in points, at least 1
     * @param content what is drawn, over white
     */
    public Picture(String title, int width, int height, Panel content) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + " by " + height + " points has no area");
        }
        this.title = title;
        this.width = width;
        this.height = height;
        this.content = content;
    }

    /** The title. */
    public String title() {
        return title;
    }

    /** The width in points; a PNG is {@link #SCALE} times as many pixels wide. */
    public int width() {
        return width;
    }

    /** The height in points. */
    public int height() {
        return height;
    }

    /**
     * Writes the picture as PNG; the stream stays open.
     *
     * @throws IOException when the stream fails
     * @throws FontsMissingException when the machine has no fonts
     */
    public void writePng(OutputStream out) throws IOException {
        Theme.requireFonts();
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(SCALE, SCALE);
            draw(g);
        } finally {
            g.dispose();
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(COMPRESSION);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    /**
     * Writes the picture as SVG with its texts as texts; the stream stays open.
     *
     * @throws IOException when the stream fails
     * @throws FontsMissingException when the machine has no fonts
     */
    public void writeSvg(OutputStream out) throws IOException {
        Theme.requireFonts();
        SVGGraphics2D g = new SVGGraphics2D(width, height);
        // The default prefix holds the time of day, which would make every file different.
        g.setDefsKeyPrefix("t");
        g.setGeomDoubleConverter(Picture::decimal);
        g.setTransformDoubleConverter(Picture::decimal);
        g.setFontFunction(family -> "DejaVu Sans, Verdana, Arial, sans-serif");
        g.setRenderingHint(SVGHints.KEY_ELEMENT_TITLE, title);
        draw(g);
        ViewBox box = new ViewBox(0, 0, width, height);
        String element = g.getSVGElement(null, true, box, null, null);
        out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void draw(Graphics2D g) {
        g.addRenderingHints(HINTS);
        Rectangle2D area = new Rectangle2D.Double(0, 0, width, height);
        g.setPaint(Theme.PAPER);
        g.fill(area);
        content.draw(g, area);
    }

    /** Two decimals are a fiftieth of a pixel of the PNG, and halve the file. String.format would take half the time. */
    private static String decimal(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        long size = Math.abs(hundredths);
        String digits = Long.toString(100 + size % 100);
        return (hundredths < 0 ? "-" : "") + size / 100 + "." + digits.substring(1);
    }
}
