package org.passerelle.prevent.watch;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures made of shapes and noise, and what evaders do to them. */
final class Drawings {
  private Drawings() {}

  /** A poster: shapes on a gradient, different for each seed. */
  static byte[] poster(long seed, int width, int height) throws IOException {
    Random random = new Random(seed);
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    for (int y = 0; y < height; y++) {
      int grey = 60 + 120 * y / height;
      pen.setColor(new Color(grey, grey, 90));
      pen.drawLine(0, y, width, y);
    }
    for (int i = 0; i < 12; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      int side = width / 8 + random.nextInt(width / 3);
      pen.fillOval(random.nextInt(width) - side / 2, random.nextInt(height) - side / 2, side, side);
    }
    pen.dispose();
    return png(drawn);
  }

  static byte[] flat() throws IOException {
    return png(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB));
  }

  /** Smaller, and saved as a poor JPEG. */
  static byte[] sentOn(byte[] picture, double scale, float quality) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
    BufferedImage small =
        new BufferedImage(
            (int) (read.getWidth() * scale),
            (int) (read.getHeight() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(read, 0, 0, small.getWidth(), small.getHeight(), null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality);
    writer.setOutput(ImageIO.createImageOutputStream(out));
    writer.write(null, new IIOImage(small, null, null), param);
    writer.dispose();
    return out.toByteArray();
  }

  private static byte[] png(BufferedImage drawn) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(drawn, "png", out);
    return out.toByteArray();
  }
}
