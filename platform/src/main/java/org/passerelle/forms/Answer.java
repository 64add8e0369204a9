package org.passerelle.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.expression.Truth;
import org.passerelle.forms.expression.Value;
import org.passerelle.language.PartialDate;

/**
 * The answer to one question and the observations that support it. Immutable.
 *
 * @param evidence in words, or null
 */
public record Answer(Content content, @Nullable String evidence) {

  /** An answer without evidence. */
  public static Answer of(Content content) {
    return new Answer(content, null);
  }

  /** The content of an answer. */
  public sealed interface Content {
    /** The value in a show-if expression. */
    Value value();
  }

  /** Free text, or the name of a person. */
  public record Writing(String text) implements Content {
    @Override
    public Value value() {
      return new Value.Text(text);
    }
  }

  /** A number. */
  public record Amount(BigDecimal number) implements Content {
    public Amount {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    @Override
    public Value value() {
      return new Value.Amount(number);
    }
  }

  /** A day. */
  public record Day(LocalDate day) implements Content {
    @Override
    public Value value() {
      return new Value.Text(day.toString());
    }
  }

  /** A date, possibly partial. */
  public record Partly(PartialDate date) implements Content {
    @Override
    public Value value() {
      return new Value.Text(date.edtf());
    }
  }

  /** One code; for yes/no/unknown questions {@code yes} or {@code no}. */
  public record Chosen(String code) implements Content {
    @Override
    public Value value() {
      return new Value.Text(code);
    }
  }

  /** Codes of a multi-choice, sorted; empty means "none of these", which is an answer. */
  public record ChosenAll(List<String> codes) implements Content {
    public ChosenAll {
      codes = List.copyOf(new TreeSet<>(codes));
    }

    @Override
    public Value value() {
      return new Value.Codes(new TreeSet<>(codes));
    }
  }

  /** "Not known, or not the moment": asked, but left open. */
  public record NotKnown() implements Content {
    @Override
    public Value value() {
      return Truth.UNKNOWN;
    }
  }
}
