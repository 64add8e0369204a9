package org.passerelle.prosecute.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** What the register says of an offence. */
class OffencesTest {
  @Test
  void whatIsShippedIsUnverified() {
    Offence adults = Offence.of(Facts.shipped().find("offence", "trafficking-fr").orElseThrow());
    Offence minors =
        Offence.of(Facts.shipped().find("offence", "trafficking-minor-fr").orElseThrow());
    assertThat(adults.verified()).isFalse();
    assertThat(adults.noMeans()).isFalse();
    assertThat(minors.noMeans()).isTrue();
    assertThat(minors.article()).isEqualTo("225-4-1, II");
  }

  /** A tick alone verifies nothing, and a year counts from its first to its last day. */
  @Test
  void verifiedNeedsDayAndNameAndLawHasAPeriod() {
    Map<String, Object> content = Map.of("country", "RS", "article", "388", "verified", true);
    assertThat(offence(content).verified()).isFalse();
    assertThat(
            offence(
                    Map.of(
                        "country",
                        "RS",
                        "verified",
                        true,
                        "verified-by",
                        "A jurist",
                        "read-on",
                        "2026-01-05"))
                .verified())
        .isTrue();
    Offence law = offence(Map.of("country", "RS", "from-day", "2006", "until-day", "2012-06"));
    assertThat(law.from()).isEqualTo(Optional.of(LocalDate.of(2006, 1, 1)));
    assertThat(law.inForce(LocalDate.of(2005, 12, 31))).isFalse();
    assertThat(law.inForce(LocalDate.of(2006, 1, 1))).isTrue();
    assertThat(law.inForce(LocalDate.of(2012, 6, 30))).isTrue();
    assertThat(law.inForce(LocalDate.of(2012, 7, 1))).isFalse();
    assertThat(offence(content).inForce(LocalDate.of(1990, 1, 1))).as("not known").isTrue();
  }

  private static Offence offence(Map<String, Object> content) {
    return Offence.of(new Entry(Kinds.shipped().find("offence").orElseThrow(), "x", 1, content));
  }
}
