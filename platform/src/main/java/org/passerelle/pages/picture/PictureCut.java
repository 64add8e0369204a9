package org.passerelle.pages.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The part of a picture that is shown: as large as its shape allows, with the point that matters as
 * near to the middle as the edges allow. Immutable.
 *
 * @param across the point, in percent of the width from the left, 0 to 100
 * @param down the point, in percent of the height from the top, 0 to 100
 */
public record PictureCut(Shape shape, int across, int down) {
  /** Nothing is cut off. */
  public static final PictureCut NONE = new PictureCut(Shape.WHOLE, 50, 50);

  public PictureCut {
    across = within(across, 0, 100);
    down = within(down, 0, 100);
  }

  /** Width to height. */
  public enum Shape {
    /** As it was taken. */
    WHOLE(0, 0),
    /** For a picture across a page. */
    WIDE(16, 9),
    /** Of most cameras. */
    CLASSIC(3, 2),
    /** For a face. */
    SQUARE(1, 1),
    /** Stands beside a text. */
    UPRIGHT(4, 5);

    private final int width;
    private final int height;

    Shape(int width, int height) {
      this.width = width;
      this.height = height;
    }

    /** The style of a preview in a browser: {@code 3 / 2}; empty for the whole picture. */
    public String ratio() {
      return width == 0 ? "" : width + " / " + height;
    }
  }

  private static int within(long value, int least, int most) {
    return (int) Math.max(least, Math.min(most, value));
  }

  /** What is shown of a picture of this size, in pixels; at least one each way. */
  public Rectangle of(int width, int height) {
    if (shape.width == 0) {
      return new Rectangle(0, 0, width, height);
    }
    double scale = Math.min((double) width / shape.width, (double) height / shape.height);
    int wide = within(Math.round(shape.width * scale), 1, width);
    int high = within(Math.round(shape.height * scale), 1, height);
    int left = within(Math.round(width * across / 100.0 - wide / 2.0), 0, width - wide);
    int top = within(Math.round(height * down / 100.0 - high / 2.0), 0, height - high);
    return new Rectangle(left, top, wide, high);
  }

  /**
   * Cuts a stored picture.
   *
   * @param type {@code image/png} or {@code image/jpeg}
   */
  public CleanPicture.Clean cut(String type, byte[] content, int width, int height) {
    Rectangle part = of(width, height);
    if (part.width == width && part.height == height) {
      return new CleanPicture.Clean(type, content, width, height);
    }
    String format = type.substring("image/".length());
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceRegion(part);
      BufferedImage read = reader.read(0, param);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(read, format, out)) {
        throw new IOException("No image writer for " + format);
      }
      return new CleanPicture.Clean(type, out.toByteArray(), read.getWidth(), read.getHeight());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reader.dispose();
    }
  }
}
