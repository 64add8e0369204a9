package org.passerelle.pages.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.refusal.Refused;

/** Nothing of a picture that was sent stays but what can be seen, and a hostile one is refused. */
class CleanPictureTest {
  private static byte[] picture(int width, int height, String format) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.ORANGE);
    drawing.fillRect(width / 4, height / 4, width / 2, height / 2);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    chunk.putInt(content.length).put(name).put(content).putInt((int) crc.getValue());
    return chunk.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static boolean holds(byte[] content, String text) {
    return new String(content, StandardCharsets.ISO_8859_1).contains(text);
  }

  private static void isRefused(byte[] sent, String key) {
    assertThatThrownBy(() -> CleanPicture.of(sent))
        .isInstanceOf(Refused.class)
        .hasMessage("picture.refused." + key);
  }

  @Test
  void aPictureIsWrittenAnewWithoutWhatItCarried() throws IOException {
    byte[] png = picture(300, 200, "png");
    byte[] where =
        chunk("tEXt", "GPS\0 44.8 20.4 place of safety".getBytes(StandardCharsets.ISO_8859_1));
    byte[] carrying =
        join(
            Arrays.copyOf(png, 33),
            where,
            Arrays.copyOfRange(png, 33, png.length),
            "PK\3\4 <script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1));
    CleanPicture.Clean clean = CleanPicture.of(carrying);
    assertThat(clean.type()).isEqualTo("image/png");
    assertThat(clean.width()).isEqualTo(300);
    assertThat(holds(carrying, "place of safety")).isTrue();
    assertThat(holds(clean.content(), "place of safety")).isFalse();
    assertThat(holds(clean.content(), "script")).isFalse();
  }

  @Test
  void aJpegLosesItsCommentAndWhatFollowsIt() throws IOException {
    byte[] jpeg = picture(300, 200, "jpeg");
    byte[] comment = "Exif\0\0 camera of Somebody".getBytes(StandardCharsets.ISO_8859_1);
    byte[] carrying =
        join(
            Arrays.copyOf(jpeg, 2),
            new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (comment.length + 2)},
            comment,
            Arrays.copyOfRange(jpeg, 2, jpeg.length),
            "<?php system($_GET['c']); ?>".getBytes(StandardCharsets.ISO_8859_1));
    CleanPicture.Clean clean = CleanPicture.of(carrying);
    assertThat(clean.type()).isEqualTo("image/jpeg");
    assertThat(holds(clean.content(), "Somebody")).isFalse();
    assertThat(holds(clean.content(), "php")).isFalse();
  }

  @Test
  void aWidePictureIsMadeNarrower() throws IOException {
    CleanPicture.Clean clean = CleanPicture.of(picture(3200, 1000, "jpeg"));
    assertThat(clean.width()).isEqualTo(1600);
    assertThat(clean.height()).isEqualTo(500);
  }

  @Test
  void aSmallCopyFitsIntoItsSquareAndCarriesNothing() throws IOException {
    for (String format : new String[] {"jpeg", "png"}) {
      CleanPicture.Clean small = CleanPicture.small(picture(4000, 1000, format), 480);
      assertThat(small.width()).as(format).isEqualTo(480);
      assertThat(small.height()).as(format).isEqualTo(120);
      assertThat(CleanPicture.small(picture(1000, 4000, format), 480).height()).isEqualTo(480);
      assertThat(CleanPicture.small(picture(40, 30, format), 480).width()).isEqualTo(40);
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(small.content()));
      assertThat(new Color(seen.getRGB(240, 60)).getRed()).isGreaterThan(200);
      assertThat(new Color(seen.getRGB(5, 5)).getRed()).isLessThan(60);
    }
    byte[] noted =
        join(picture(300, 200, "jpeg"), "place of safety".getBytes(StandardCharsets.UTF_8));
    assertThat(holds(CleanPicture.small(noted, 480).content(), "place of safety")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><svg>&b;</svg>",
        "<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg/>",
        "<svg><image href='http://169.254.169.254/'/></svg>",
        "  \n<SVG onload='alert(1)'/>"
      })
  void aDrawingIsRefused(String svg) {
    isRefused(svg.getBytes(StandardCharsets.UTF_8), "drawing");
  }

  @Test
  void aPackedDrawingIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write("<svg/>".getBytes(StandardCharsets.UTF_8));
    }
    isRefused(out.toByteArray(), "drawing");
  }

  @Test
  void whatIsNoPictureIsRefused() {
    isRefused(new byte[0], "empty");
    isRefused("%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1), "type");
    isRefused("GIF89a".getBytes(StandardCharsets.ISO_8859_1), "type");
    isRefused(new byte[CleanPicture.MOST_BYTES + 1], "heavy");
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] png = picture(300, 200, "png");
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
    byte[] bomb =
        join(
            Arrays.copyOf(png, 8),
            chunk("IHDR", header.array()),
            Arrays.copyOfRange(png, 33, png.length));
    isRefused(bomb, "large");
  }

  @Test
  void aBrokenPictureIsRefused() throws IOException {
    byte[] png = picture(300, 200, "png");
    isRefused(Arrays.copyOf(png, png.length / 2), "damaged");
    byte[] jpeg = picture(300, 200, "jpeg");
    isRefused(Arrays.copyOf(jpeg, 40), "damaged");
    isRefused(picture(4, 4, "png"), "small");
  }

  /** A telephone that is held upright says so beside the picture, which then has to go. */
  @Test
  void aPhotographStandsUprightWithoutWhatTheCameraSaid() throws IOException {
    byte[] jpeg = picture(400, 200, "jpeg");
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.put((byte) 0xff).put((byte) 0xe1).putShort((short) 34);
    exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    exif.put("MM".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) 6).putShort((short) 0).putInt(0);
    byte[] sent =
        join(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    CleanPicture.Clean clean = CleanPicture.of(sent);
    assertThat(clean.width()).isEqualTo(200);
    assertThat(clean.height()).isEqualTo(400);
    assertThat(holds(sent, "Exif")).isTrue();
    assertThat(holds(clean.content(), "Exif")).isFalse();
  }
}
