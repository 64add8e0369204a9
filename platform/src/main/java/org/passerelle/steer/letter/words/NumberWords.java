package org.passerelle.steer.letter.words;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.passerelle.language.Texts;

/** Numbers with units as in the letter: “€32 bn”, « 32 Md€ », „51%”. */
public final class NumberWords {
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000L);
  private final Texts texts;
  private final NumberFormat format;

  public NumberWords(Texts texts) {
    this.texts = texts;
    this.format = NumberFormat.getInstance(texts.language().locale());
    format.setMaximumFractionDigits(2);
  }

  /** A value with its unit. */
  public String of(BigDecimal value, String unit) {
    return switch (unit) {
      case "euros" -> euros(value);
      case "percent" -> texts.text("letter.percent", format.format(value));
      case "rank" -> texts.text("letter.rank", value.intValue());
      case "years" -> texts.text("letter.years", value.intValue(), format.format(value));
      default -> format.format(value);
    };
  }

  private String euros(BigDecimal value) {
    if (value.compareTo(BILLION) >= 0) {
      return texts.text("letter.euros.billion", rounded(value, BILLION));
    }
    if (value.compareTo(MILLION) >= 0) {
      return texts.text("letter.euros.million", rounded(value, MILLION));
    }
    return texts.text("letter.euros", format.format(value));
  }

  private String rounded(BigDecimal value, BigDecimal by) {
    return format.format(value.divide(by, 2, RoundingMode.HALF_UP));
  }
}
