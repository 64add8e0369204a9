package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;
import org.passerelle.steer.letter.source.PictureSource;
import org.passerelle.steer.letter.source.Sources;

/** A picture that is higher than wide leaves the cover to the text, whichever block it is in. */
class PortraitTest {
  private static final double POINTS_PER_MM = 72 / 25.4;

  @ParameterizedTest
  @CsvSource({
    "letter-12-editorial,800,1200",
    "letter-12-editorial,600,2400",
    "letter-12-focus,800,1200"
  })
  void itStandsBesideTheText(String block, int width, int height) throws Exception {
    byte[] pdf = edition(block, width, height);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<Matrix> drawn = new ArrayList<>();
      int on = 0;
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        Images images = new Images();
        images.processPage(document.getPage(page));
        if (!images.drawn.isEmpty()) {
          drawn.addAll(images.drawn);
          on = page;
        }
      }
      assertThat(drawn).hasSize(1);
      double wide = drawn.get(0).getScalingFactorX() / POINTS_PER_MM;
      double high = drawn.get(0).getScalingFactorY() / POINTS_PER_MM;
      assertThat(high).as("mm high").isLessThan(90);
      assertThat(wide).as("mm wide").isLessThan(56);
      assertThat(high / wide)
          .as("not distorted")
          .isBetween(0.98 * height / width, 1.02 * height / width);
      if (block.endsWith("editorial")) {
        assertThat(on).isZero();
        PDFTextStripper text = new PDFTextStripper();
        text.setEndPage(1);
        assertThat(text.getText(document))
            .as("the text begins beside it")
            .hasSizeGreaterThan(1_500);
      }
    }
  }

  private static byte[] edition(String block, int width, int height) throws IOException {
    Map<String, Object> words = Map.of("en", "A bridge", "fr", "Un pont", "sr", "Мост");
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : Facts.shipped().everything()) {
      Map<String, Object> content = new LinkedHashMap<>(entry.content());
      if (entry.id().equals(block)) {
        content.put("picture", "portrait");
      }
      entries.add(new Entry(entry.kind(), entry.id(), 1, content));
    }
    entries.add(
        new Entry(
            Kinds.shipped().find("picture").orElseThrow(),
            "portrait",
            1,
            Map.of("title", words, "alt", words, "file", "x")));
    Facts facts = new Facts(entries);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
    PictureSource.Found found =
        new PictureSource.Found("image/png", png.toByteArray(), width, height);
    return Letters.make(
        facts,
        Sources.of(file -> Optional.of(found)),
        Composer.issue(facts, 12).orElseThrow(),
        new Language("fr"),
        Letters.Form.PDF);
  }

  /** Where images are drawn. */
  private static final class Images extends PDFStreamEngine {
    private final List<Matrix> drawn = new ArrayList<>();

    Images() {
      addOperator(new Concatenate(this));
      addOperator(new Save(this));
      addOperator(new Restore(this));
      addOperator(new DrawObject(this));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (operator.getName().equals("Do")
          && operands.get(0) instanceof COSName name
          && getResources().isImageXObject(name)) {
        drawn.add(getGraphicsState().getCurrentTransformationMatrix());
      }
      super.processOperator(operator, operands);
    }
  }
}
