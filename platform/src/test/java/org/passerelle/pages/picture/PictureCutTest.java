package org.passerelle.pages.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.passerelle.pages.picture.PictureCut.Shape;

/** What is cut off a picture, and that it is not what matters. */
class PictureCutTest {

  @Test
  void thePointIsInTheMiddleUnlessAnEdgeIsNear() {
    assertThat(new PictureCut(Shape.SQUARE, 50, 50).of(600, 200))
        .isEqualTo(new Rectangle(200, 0, 200, 200));
    assertThat(new PictureCut(Shape.SQUARE, 97, 5).of(600, 200))
        .isEqualTo(new Rectangle(400, 0, 200, 200));
    assertThat(new PictureCut(Shape.WIDE, 10, 25).of(160, 900))
        .isEqualTo(new Rectangle(0, 180, 160, 90));
    assertThat(PictureCut.NONE.of(600, 200)).isEqualTo(new Rectangle(0, 0, 600, 200));
  }

  @Property
  void thePointIsAlwaysShownAndNothingOutsideThePicture(
      @ForAll Shape shape,
      @ForAll @IntRange(max = 100) int across,
      @ForAll @IntRange(max = 100) int down,
      @ForAll @IntRange(min = 16, max = 4_000) int width,
      @ForAll @IntRange(min = 16, max = 4_000) int height) {
    Rectangle part = new PictureCut(shape, across, down).of(width, height);
    assertThat(new Rectangle(0, 0, width, height).contains(part)).isTrue();
    // the last row and column lie within their pixels
    int x = Math.min(width - 1, width * across / 100);
    int y = Math.min(height - 1, height * down / 100);
    assertThat(part.contains(x, y)).as("%s of %d x %d", part, width, height).isTrue();
  }

  @Test
  void aJpegIsCutAndStaysOne() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    CleanPicture.Clean cut =
        new PictureCut(Shape.UPRIGHT, 0, 0).cut("image/jpeg", out.toByteArray(), 400, 300);
    assertThat(cut.type()).isEqualTo("image/jpeg");
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(cut.content()));
    assertThat(read.getWidth()).isEqualTo(240).isEqualTo(cut.width());
    assertThat(read.getHeight()).isEqualTo(300).isEqualTo(cut.height());
  }
}
