package org.passerelle.pages.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.passerelle.refusal.Refused;

/**
 * Decodes a picture and encodes it again, so that only visible content remains: no location, no
 * second file appended, no script. The orientation is read first and applied. Only PNG and JPEG;
 * SVG is refused, since it can contain scripts.
 */
public final class CleanPicture {
  /** Maximum size of the input in bytes. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final long MOST_PIXELS = 24_000_000;
  private static final int LEAST_SIDE = 16;
  private static final int WIDEST = 1600;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> NEEDED_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  static {
    ImageIO.setUseCache(false);
  }

  private CleanPicture() {}

  /**
   * A picture without metadata.
   *
   * @param type media type
   * @param width in pixels, at most 1,600
   */
  public record Clean(String type, byte[] content, int width, int height) {}

  /**
   * The picture, encoded again.
   *
   * @throws Refused with the reason, for the field {@code file}
   */
  public static Clean of(byte[] sent) {
    try {
      return cleaned(sent);
    } catch (Refused refused) {
      throw refused.at("file");
    }
  }

  /**
   * A thumbnail of a picture, encoded again, for recognising it.
   *
   * @param side maximum length of the longer side in pixels, at least 16
   * @throws Refused with the reason, as for the picture itself
   */
  public static Clean small(byte[] sent, int side) {
    return cleaned(sent, side, side);
  }

  private static Clean cleaned(byte[] sent) {
    return cleaned(sent, WIDEST, Integer.MAX_VALUE);
  }

  private static Clean cleaned(byte[] sent, int widest, int highest) {
    if (sent.length == 0) {
      throw new Refused("picture.refused.empty");
    }
    if (sent.length > MOST_BYTES) {
      throw new Refused("picture.refused.heavy", MOST_BYTES / 1024 / 1024);
    }
    if (startsWith(sent, PNG)) {
      return again(chunksNeeded(sent), "png", widest, highest);
    }
    if (sent.length > 3 && (sent[0] & 0xff) == 0xff && (sent[1] & 0xff) == 0xd8) {
      return again(sent, "jpeg", widest, highest);
    }
    throw new Refused(isDrawing(sent) ? "picture.refused.drawing" : "picture.refused.type");
  }

  private static Clean again(byte[] sent, String format, int widest, int highest) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
      reader.setInput(in, true, true);
      // the size is in the header: a picture that is too large is never decoded
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        throw new Refused("picture.refused.large", width, height);
      }
      if (width < LEAST_SIDE || height < LEAST_SIDE) {
        throw new Refused("picture.refused.small", width, height);
      }
      ImageReadParam param = reader.getDefaultReadParam();
      // for a thumbnail skip whole rows and columns: a hundredth of the memory
      int every =
          highest == Integer.MAX_VALUE ? 1 : Math.max(1, Math.max(width, height) / 2 / highest);
      param.setSourceSubsampling(every, every, 0, 0);
      BufferedImage upright =
          PhotoRotation.turned(reader.read(0, param), PhotoRotation.orientation(sent));
      return written(upright, format, widest, highest);
    } catch (IOException | RuntimeException e) {
      if (e instanceof Refused refused) {
        throw refused;
      }
      throw new Refused("picture.refused.damaged");
    } finally {
      reader.dispose();
    }
  }

  private static Clean written(BufferedImage read, String format, int widest, int highest)
      throws IOException {
    double scale =
        Math.min(
            1, Math.min((double) widest / read.getWidth(), (double) highest / read.getHeight()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    BufferedImage fresh = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = fresh.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, width, height);
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    drawing.drawImage(read, 0, 0, width, height, null);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(fresh, format, out)) {
      throw new UncheckedIOException(new IOException("No image writer for " + format));
    }
    return new Clean("image/" + format, out.toByteArray(), width, height);
  }

  /** Keeps only the chunks needed for the image: texts, profiles and trailing data are removed. */
  private static byte[] chunksNeeded(byte[] png) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(png.length);
    kept.write(png, 0, PNG.length);
    int at = PNG.length;
    while (at + 12 <= png.length) {
      long length = ByteBuffer.wrap(png, at, 4).getInt() & 0xffffffffL;
      if (length > png.length - at - 12) {
        throw new Refused("picture.refused.damaged");
      }
      String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
      int whole = (int) length + 12;
      if (NEEDED_CHUNKS.contains(type)) {
        kept.write(png, at, whole);
      }
      at += whole;
      if (type.equals("IEND")) {
        return kept.toByteArray();
      }
    }
    throw new Refused("picture.refused.damaged");
  }

  private static boolean isDrawing(byte[] sent) {
    String beginning =
        new String(sent, 0, Math.min(sent.length, 4096), StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT);
    boolean packed = sent.length > 1 && (sent[0] & 0xff) == 0x1f && (sent[1] & 0xff) == 0x8b;
    return packed
        || beginning.contains("<svg")
        || beginning.contains("<!doctype")
        || beginning.stripLeading().startsWith("<?xml");
  }

  private static boolean startsWith(byte[] sent, byte[] beginning) {
    return sent.length > beginning.length
        && java.util.Arrays.equals(sent, 0, beginning.length, beginning, 0, beginning.length);
  }
}
