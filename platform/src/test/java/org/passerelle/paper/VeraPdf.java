package org.passerelle.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF, the independent judge of accessible PDF. */
public final class VeraPdf {
  private static final List<PDFAFlavour> FLAVOURS =
      List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);

  private VeraPdf() {}

  /** Finds nothing against PDF/UA-1 and PDF/A-3a. */
  public static void assertConforms(byte[] pdf, String what) throws Exception {
    // veraPDF spells names of profiles by the machine's rules, and Turkish would miss them
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.ROOT);
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), FLAVOURS.get(0));
        PDFAValidator validator = Foundries.defaultInstance().createValidator(FLAVOURS)) {
      List<ValidationResult> results = validator.validateAll(parser);
      assertThat(results)
          .extracting(ValidationResult::getPDFAFlavour)
          .containsExactlyInAnyOrderElementsOf(FLAVOURS);
      for (ValidationResult result : results) {
        assertThat(result.getTotalAssertions()).isGreaterThan(100);
        assertThat(failures(result)).as(result.getPDFAFlavour() + " of " + what).isEmpty();
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> failures(ValidationResult result) {
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
  }
}
