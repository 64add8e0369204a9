package org.passerelle.forms.expression;

import java.math.BigDecimal;
import java.util.Set;

/** The value of an answer or subexpression. Immutable. */
public sealed interface Value permits Truth, Value.Amount, Value.Text, Value.Codes {

  /** A number; 2 and 2.0 are the same. */
  record Amount(BigDecimal number) implements Value {
    public Amount {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
  }

  /** A text, a code, or a day in the form 2019-04-09. */
  record Text(String text) implements Value {}

  /** The codes of a multi-choice; empty means "none of these". */
  record Codes(Set<String> codes) implements Value {
    public Codes {
      codes = Set.copyOf(codes);
    }
  }
}
