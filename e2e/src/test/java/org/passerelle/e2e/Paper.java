package org.passerelle.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** A photograph of a document, with the metadata of a camera. */
final class Paper {
  /** Metadata of the picture that must not be kept anywhere. */
  static final String BESIDE = "Здравкин пасош, Шид";

  private Paper() {}

  /** A picture that does not compress, with several chunks once it is sealed. */
  static FilePayload photograph() {
    BufferedImage picture = new BufferedImage(1200, 1200, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(18);
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream png = png(picture);
    png.writeBytes(BESIDE.getBytes(StandardCharsets.UTF_8));
    return new FilePayload("paper.png", "image/png", png.toByteArray());
  }

  /** A black picture. */
  static FilePayload picture(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    return new FilePayload("a.png", "image/png", png(picture).toByteArray());
  }

  private static ByteArrayOutputStream png(BufferedImage picture) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png;
  }
}
