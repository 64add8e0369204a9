package org.passerelle.protect.casework.care.catalogue.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Decimals;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.care.catalogue.CareService;

/** Converts between services and form fields. Pure functions. */
final class ServiceForm {
  static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  static final List<String> STATUS = List.of("active", "temporarily closed", "inactive", "defunct");
  private static final int OLDEST = 120;
  private static final Pattern HOUR = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PAGE = Pattern.compile("https?://[^\\s]+");

  private ServiceForm() {}

  static Filled stored(CareService service) {
    Map<String, String> all = new HashMap<>();
    all.put("name", service.name());
    all.put("description", service.description());
    all.put("status", service.status());
    all.put("min_age", number(service.minAge()));
    all.put("max_age", number(service.maxAge()));
    all.put("address", service.where().address());
    all.put("postal", service.where().postal());
    all.put("city", service.where().city());
    all.put("country", service.where().country());
    all.put("access", service.where().access());
    all.put("opens", service.when().opens());
    all.put("closes", service.when().closes());
    all.put("when", service.when().words());
    BigDecimal amount = service.cost().amount();
    all.put("amount", amount == null ? "" : amount.toPlainString());
    all.put("currency", service.cost().currency());
    all.put("cost", service.cost().words());
    all.put("phone", service.contact().phone());
    all.put("email", service.contact().email());
    all.put("url", service.contact().url());
    all.put("apply", service.contact().apply());
    all.put("whom", service.contact().whom());
    LocalDate assured = service.assured();
    all.put("assured", assured == null ? "" : assured.toString());
    return Filled.with(all)
        .and("need", service.needs())
        .and("language", service.languages())
        .and("day", service.when().days());
  }

  private static String number(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  static CareService read(Act act, CodeOptions options) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    List<String> needs = form.codes("need", options.codes("care_needs"));
    if (needs.isEmpty()) {
      form.errors().add("need", "form.error.required");
    }
    return new CareService(
        form.neededText("name", 300),
        form.text("description", 4000),
        needs,
        form.neededCode("status", Set.copyOf(STATUS)),
        form.number("min_age", 0, OLDEST).orElse(null),
        form.number("max_age", 0, OLDEST).orElse(null),
        form.codes("language", options.codes("languages")),
        new CareService.Where(
            form.text("address", 200),
            form.text("postal", 20),
            form.text("city", 200),
            form.code("country", options.codes("countries")),
            form.text("access", 500)),
        new CareService.When(
            form.codes("day", Set.copyOf(DAYS)),
            fitting(form, "opens", HOUR),
            fitting(form, "closes", HOUR),
            form.text("when", 500)),
        new CareService.Cost(
            amount(form),
            form.code("currency", options.codes("currencies")),
            form.text("cost", 500)),
        new CareService.Contact(
            form.text("phone", 100),
            fitting(form, "email", MAIL),
            fitting(form, "url", PAGE),
            form.text("apply", 500),
            form.text("whom", 500)),
        form.day("assured", today).orElse(null));
  }

  private static String fitting(Filled form, String field, Pattern pattern) {
    String typed = form.text(field, 300);
    if (!typed.isEmpty() && !pattern.matcher(typed).matches()) {
      form.errors().add(field, "catalogue.error." + field);
      return "";
    }
    return typed;
  }

  private static @Nullable BigDecimal amount(Filled form) {
    String typed = form.text("amount", 40);
    Optional<BigDecimal> amount = Decimals.read(typed, 2).filter(a -> a.signum() >= 0);
    if (!typed.isEmpty() && amount.isEmpty()) {
      form.errors().add("amount", "catalogue.error.amount");
    }
    return amount.orElse(null);
  }
}
