package org.tumen.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A finished drawing that can be written as PNG and as SVG. The same picture gives the same bytes each time on one
 * machine; fonts may make them differ between machines.
 */
public final class Picture {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");

    private static final String PNG_METADATA = "javax_imageio_png_1.0";

    private static final String FONTS = "DejaVu Sans, Verdana, Arial, sans-serif";

    /** Pixels of a PNG for each point of the drawing. */
    public static final int SCALE = 2;

    /** ImageIO turns it into level 3 of Deflate: pictures of few colours shrink hardly more beyond, but take longer. */
    private static final float COMPRESSION = 0.67f;

    /**
     * Held while letters are measured or drawn. Java 17 now and then gives letters other pixels where several threads draw the
     * first of a process: so in 4 of some 3,300 processes that drew one text on two or three threads, in none of 2,300 with a
     * lock about it.
     */
    private static final Object LETTERS = new Object();

    private static final Map<RenderingHints.Key, Object> HINTS = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);

    private final String title;
    private final int width;
    private final int height;
    private final Panel content;
    private final Function<Publication, Optional<Picture>> anew;
    private final @Nullable Publication as;

    /**
     * A picture of something.
     *
     * @param title what readers of the SVG file who cannot see it are told
     * @param width in points, at least 1
     * @param height in points, at least 1
     * @param content what is drawn, over white
     * @param anew the picture laid out to be published; empty where that cannot be
     */
    Picture(String title, int width, int height, Panel content, Function<Publication, Optional<Picture>> anew) {
        this(title, width, height, content, anew, null);
    }

    /** A picture laid out to be published. */
    Picture(String title, int width, int height, Panel content, Publication as) {
        this(title, width, height, content, asked -> Optional.empty(), as);
    }

    private Picture(
            String title,
            int width,
            int height,
            Panel content,
            Function<Publication, Optional<Picture>> anew,
            @Nullable Publication as) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + " by " + height + " points has no area");
        }
        this.title = title;
        this.width = width;
        this.height = height;
        this.content = content;
        this.anew = anew;
        this.as = as;
    }

    /**
     * The picture laid out to be published.
     *
     * @return empty where nothing in it is of a chosen outcome, or a slide cannot hold it in letters that can be read
     */
    public Optional<Picture> published(Publication asked) {
        return anew.apply(asked);
    }

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
        requireFonts();
        double scale = as == null ? SCALE : as.size().points / 72 * as.size().dots / width;
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_SPEED);
        try {
            // A height that is no whole number of pixels leaves a part of the last row uncovered, and images begin
            // black.
            Theme.PAPER.fill(g, image.getRaster().getBounds());
            g.scale(scale, scale);
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
            IIOMetadata metadata = as == null ? null : resolution(writer, image, settings, as.size().dots);
            writer.write(null, new IIOImage(image, null, metadata), settings);
        } finally {
            writer.dispose();
        }
    }

    /** Says how many pixels an inch has, so that the image is placed in its size. */
    private static IIOMetadata resolution(ImageWriter writer, BufferedImage image, ImageWriteParam settings, int dots)
            throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), settings);
        String aMetre = Long.toString(Math.round(dots / 0.0254));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", aMetre);
        physical.setAttribute("pixelsPerUnitYAxis", aMetre);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
        root.appendChild(physical);
        metadata.mergeTree(PNG_METADATA, root);
        return metadata;
    }

    /**
     * Writes the picture as PDF of one page in its size, its letters as outlines; the stream stays open.
     *
     * @throws IllegalStateException when the picture is not laid out to be published
     * @throws IOException when the stream fails
     * @throws FontsMissingException when the machine has no fonts
     */
    public void writePdf(OutputStream out) throws IOException {
        requireFonts();
        if (as == null) {
            throw new IllegalStateException("a PDF has a size in print");
        }
        double scale = as.size().points / width;
        float across = (float) as.size().points;
        float down = (float) (height * scale);
        try (PDDocument document = new PDDocument()) {
            // Else PDFBox takes the time of day.
            document.setDocumentId(1L);
            document.getDocumentInformation().setTitle(title);
            PDPage page = new PDPage(new PDRectangle(across, down));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, across, down);
            try {
                g.scale(scale, scale);
                draw(g);
            } finally {
                g.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            bytes.writeTo(out);
        }
    }

    /**
     * Writes the picture as SVG with its texts as texts; the stream stays open.
     *
     * @throws IOException when the stream fails
     * @throws FontsMissingException when the machine has no fonts
     */
    public void writeSvg(OutputStream out) throws IOException {
        requireFonts();
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        // Two decimals are a fiftieth of a pixel of the PNG.
        context.setPrecision(2);
        context.setComment(null);
        context.setStyleHandler(new PlainStyles(fonts()));
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(width, height));
        draw(g);
        Element root = g.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
        if (as != null) {
            root.setAttributeNS(null, "width", String.format(Locale.ROOT, "%.2fpt", as.size().points));
            root.setAttributeNS(
                    null, "height", String.format(Locale.ROOT, "%.2fpt", as.size().points / width * height));
        }
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

    private String fonts() {
        String font = as == null ? null : as.font();
        return font == null ? FONTS : "'" + font + "', sans-serif";
    }

    /** Styles without what every viewer assumes anyway, in fonts that most machines have. */
    private static final class PlainStyles extends DefaultStyleHandler {
        private final String fonts;

        PlainStyles(String fonts) {
            this.fonts = fonts;
        }

        @Override
        public void setStyle(Element element, Map styles, SVGGeneratorContext context) {
            Map<Object, Object> plain = new TreeMap<>(styles);
            plain.computeIfPresent("font-family", (key, family) -> fonts);
            super.setStyle(element, plain, context);
        }
    }

    /** Lets a drawing measure and draw letters as pictures do. */
    static void prepare(Graphics2D g, @Nullable Publication as) {
        g.addRenderingHints(HINTS);
        if (as != null) {
            as.palette().applyTo(g);
            Theme.letters(g, as.family());
        }
    }

    /** Whether what is drawn becomes pixels at once, which cost time, and not elements of a file, which cost room. */
    public static boolean speedCounts(Graphics2D g) {
        return g.getRenderingHint(RenderingHints.KEY_RENDERING) == RenderingHints.VALUE_RENDER_SPEED;
    }

    private static void requireFonts() {
        synchronized (LETTERS) {
            Theme.requireFonts();
        }
    }

    private void draw(Graphics2D g) {
        synchronized (LETTERS) {
            prepare(g, as);
            Rectangle2D area = new Rectangle2D.Double(0, 0, width, height);
            Theme.PAPER.fill(g, area);
            content.draw(g, area);
        }
    }
}
