package org.passerelle.protect.safeguards.report.web;

import com.ibm.icu.text.Collator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.passerelle.forms.CodeList;
import org.passerelle.language.Wording;
import org.passerelle.pages.Page;
import org.passerelle.protect.safeguards.report.Grain;
import org.passerelle.protect.safeguards.report.ReportAnswer;
import org.passerelle.protect.safeguards.report.ReportField;
import org.passerelle.protect.safeguards.report.ReportFields;
import org.passerelle.protect.safeguards.report.ReportQuestion;

/** Labels of fields, codes and periods in the reader's language. */
record ReportWords(ReportFields fields, Page page) {
  String field(String id) {
    return fields
        .find(id)
        .or(() -> fields.dated().stream().filter(f -> f.id().equals(id)).findFirst())
        .map(this::field)
        .orElse("⟦" + id + "⟧");
  }

  String field(ReportField field) {
    Wording label = field.label();
    return label == null ? page.text("report.field." + field.id()) : label.in(page.language());
  }

  /** Label of a code, or the reason why there is none. */
  String code(ReportField field, String code) {
    if (code.isEmpty()) {
      return page.text(field.isAnswer() ? "report.not-asked" : "form.not-known");
    }
    if (code.startsWith("_")) {
      return page.text(code.equals("_none") ? "report.none-of-these" : "form.not-known");
    }
    Optional<Wording> label = field.codes().getOrDefault(code, Optional.empty());
    if (label.isPresent()) {
      return label.get().in(page.language());
    }
    if (!field.codes().containsKey(code)) {
      return "⟦" + code + "⟧";
    }
    String prefix =
        field.isAnswer()
            ? "report.answer."
            : field.id().equals("asylum") ? "case.asylum." : "report." + field.id() + ".";
    return page.text(prefix + code);
  }

  String code(String field, String code) {
    return fields.find(field).map(one -> code(one, code)).orElse(code);
  }

  /** Sorts codes of a long list alphabetically by label, missing values last. */
  ReportAnswer sorted(ReportAnswer answer) {
    return answer.ordered(
        order(answer.question().rows(), answer.rows()),
        order(answer.question().columns(), answer.columns()));
  }

  private List<Integer> order(String field, List<String> codes) {
    List<Integer> order = IntStream.range(0, codes.size()).boxed().toList();
    boolean isLong =
        fields.find(field).filter(one -> one.codes().size() > CodeList.LONG).isPresent();
    Collator collator = Collator.getInstance(page.language().locale());
    Comparator<Integer> special = Comparator.comparing(i -> codes.get(i).matches("|_.*"));
    return isLong
        ? order.stream()
            .sorted(special.thenComparing(i -> code(field, codes.get(i)), collator::compare))
            .toList()
        : order;
  }

  List<String> rows(ReportAnswer answer) {
    return answer.rows().stream().map(code -> code(answer.question().rows(), code)).toList();
  }

  /** Labels of columns; empty if there are none. */
  List<String> columns(ReportAnswer answer) {
    ReportQuestion question = answer.question();
    if (question.columns().isEmpty()) {
      return List.of();
    }
    List<String> labels = new ArrayList<>();
    for (String code : answer.columns()) {
      labels.add(
          question
              .grain()
              .map(grain -> time(grain, code))
              .orElseGet(() -> code(question.columns(), code)));
    }
    return labels;
  }

  private String time(Grain grain, String code) {
    return switch (grain) {
      case MONTH -> page.moments().partial(code);
      case QUARTER -> page.text("report.quarter", code.substring(6), code.substring(0, 4));
      case YEAR -> code;
    };
  }

  String month(YearMonth month) {
    return page.moments().partial(month.toString());
  }

  /** A count as text, or that it is withheld. */
  String count(OptionalLong count) {
    return count.isPresent()
        ? page.text("figures.number", count.getAsLong())
        : page.text("figures.withheld");
  }

  /** Name of the date used. */
  String date(String id) {
    return id.equals(ReportQuestion.OPENED) || id.equals(ReportQuestion.CONTACT)
        ? page.text("report.date." + id)
        : field(id);
  }

  /** Title of the report, in one line. */
  String title(ReportQuestion question) {
    if (question.columns().isEmpty()) {
      return page.text("report.by", field(question.rows()));
    }
    return page.text(
        "report.by-two",
        field(question.rows()),
        question
            .grain()
            .map(grain -> page.text("report.grain." + grain.code()))
            .orElseGet(() -> field(question.columns())));
  }

  /** The filters in one line, or empty. */
  String filters(ReportQuestion question) {
    return question.filters().stream()
        .map(f -> page.text("report.filtered", field(f.field()), code(f.field(), f.code())))
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }
}
