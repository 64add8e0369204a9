package org.passerelle.forms.expression;

import java.util.Locale;
import java.util.regex.Pattern;

/** Comparison operators; values that cannot be compared give unknown. */
public enum Comparator {
  EQUAL("="),
  DIFFERENT("!="),
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">=");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /** Whether it compares order and not only equality. */
  public boolean orders() {
    return this != EQUAL && this != DIFFERENT;
  }

  Truth compare(Value left, Value right) {
    if (left instanceof Value.Amount a && right instanceof Value.Amount b) {
      return holds(a.number().compareTo(b.number()));
    }
    if (left instanceof Value.Text a && right instanceof Value.Text b) {
      boolean ordered = isDay(a.text()) && isDay(b.text());
      return orders() && !ordered ? Truth.UNKNOWN : holds(a.text().compareTo(b.text()));
    }
    if (left instanceof Truth a && right instanceof Truth b && !orders()) {
      return a == Truth.UNKNOWN || b == Truth.UNKNOWN ? Truth.UNKNOWN : holds(a.compareTo(b));
    }
    return Truth.UNKNOWN;
  }

  private Truth holds(int order) {
    return Truth.of(
        switch (this) {
          case EQUAL -> order == 0;
          case DIFFERENT -> order != 0;
          case LESS -> order < 0;
          case AT_MOST -> order <= 0;
          case MORE -> order > 0;
          case AT_LEAST -> order >= 0;
        });
  }

  private static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
