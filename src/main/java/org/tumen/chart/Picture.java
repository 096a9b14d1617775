package org.tumen.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A finished drawing that can be written as PNG and as SVG. The same picture gives the same bytes each time on one
 * machine; fonts may make them differ between machines.
 */
public final class Picture {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");

    private static final String FONTS = "DejaVu Sans, Verdana, Arial, sans-serif";

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
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        // Two decimals are a fiftieth of a pixel of the PNG.
        context.setPrecision(2);
        context.setComment(null);
        context.setStyleHandler(new PlainStyles());
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(width, height));
        draw(g);
        Element root = g.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
        Element heading = document.createElementNS(NAMESPACE, "title");
        heading.setTextContent(title);
        root.insertBefore(heading, root.getFirstChild());
        StringWriter text = new StringWriter();
        g.stream(root, text, false, false);
        // Readers that follow the document type would ask the network for it.
        out.write(DOCUMENT_TYPE.matcher(text.toString()).replaceFirst("").getBytes(StandardCharsets.UTF_8));
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java makes empty documents", e);
        }
    }

    /** Styles without what every viewer assumes anyway, in fonts that most machines have. */
    private static final class PlainStyles extends DefaultStyleHandler {
        @Override
        public void setStyle(Element element, Map styles, SVGGeneratorContext context) {
            Map<Object, Object> plain = new TreeMap<>(styles);
            plain.computeIfPresent("font-family", (key, family) -> FONTS);
            super.setStyle(element, plain, context);
        }
    }

    private void draw(Graphics2D g) {
        g.addRenderingHints(HINTS);
        Rectangle2D area = new Rectangle2D.Double(0, 0, width, height);
        g.setPaint(Theme.PAPER);
        g.fill(area);
        content.draw(g, area);
    }
}
