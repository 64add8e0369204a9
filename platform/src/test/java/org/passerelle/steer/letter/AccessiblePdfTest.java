package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.Language;
import org.passerelle.register.Facts;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Every edition of issue 12, made of the facts that come with the product, is PDF/UA-1 and
 * PDF/A-3a: veraPDF, which nobody here wrote, finds nothing, with nested tables, chart, map and
 * footnotes on the pages.
 */
class AccessiblePdfTest {
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "sr-Cyrl", "sr-Latn"})
  void everyEditionConforms(String tag) throws Exception {
    byte[] pdf = edition(12, tag);
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
      assertThat(failures(pdf, flavour)).as(flavour + " of " + tag).isEmpty();
    }
  }

  static byte[] edition(int number, String tag) {
    Facts facts = Facts.shipped();
    return Letters.make(
        facts,
        PictureSource.NONE,
        Composer.issue(facts, number).orElseThrow(),
        new Language(tag),
        Letters.Form.PDF);
  }

  static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
    // veraPDF spells names of profiles and types by the machine's rules, and Turkish would miss
    // them
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.ROOT);
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(result.getTotalAssertions()).isGreaterThan(1000);
      return result.getTestAssertions().stream()
          .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
          .map(
              a ->
                  a.getRuleId().getClause()
                      + ": "
                      + a.getMessage()
                      + " at "
                      + a.getLocation().getContext())
          .toList();
    } finally {
      Locale.setDefault(before);
    }
  }
}
