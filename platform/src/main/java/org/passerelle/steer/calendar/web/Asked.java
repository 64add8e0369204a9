package org.passerelle.steer.calendar.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.pages.Filled;
import org.passerelle.steer.calendar.Calendar;

/**
 * Query parameters of the calendar; invalid ones are ignored.
 *
 * @param path path of the page
 * @param view {@code list} or {@code month}
 * @param at day that splits the list, or empty
 * @param month month of the month view, or empty
 */
public record Asked(
    String path, String view, String country, String pillar, String type, String at, String month) {

  static Asked of(String path, Filled address) {
    return new Asked(
        path,
        address.shown("view").equals("month") ? "month" : "list",
        code(address.shown("country")),
        code(address.shown("pillar")),
        code(address.shown("type")),
        address.shown("at"),
        address.shown("month"));
  }

  /** The same for the list, which is the only public view. */
  Asked listOnly() {
    return new Asked(path, "list", country, pillar, type, at, "");
  }

  private static String code(String typed) {
    return typed.matches("[A-Za-z0-9-]{1,60}") ? typed : "";
  }

  /** Applies the filters. */
  Calendar of(Calendar all) {
    return all.ofCountry(country).ofPillar(pillar).ofType(type);
  }

  /** Whether a filter is set. */
  public boolean filters() {
    return !(country + pillar + type).isEmpty();
  }

  Optional<LocalDate> day() {
    try {
      return at.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(at));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Optional<YearMonth> yearMonth() {
    try {
      return month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Link to the list with the same filters, split at a day. */
  String partedAt(LocalDate day) {
    return address("list", day.toString(), "");
  }

  /** Link to another month with the same filters. */
  String in(YearMonth other) {
    return address("month", at, other.toString());
  }

  /** Link to the other view with the same filters. */
  public String as(String otherView) {
    return address(otherView, at, month);
  }

  /** Link to the same view without filters. */
  public String plain() {
    return new Asked(path, view, "", "", "", at, month).as(view);
  }

  private String address(String view, String at, String month) {
    List<String> parts = new ArrayList<>();
    add(parts, "view", view.equals("list") ? "" : view);
    add(parts, "country", country);
    add(parts, "pillar", pillar);
    add(parts, "type", type);
    add(parts, "at", view.equals("list") ? at : "");
    add(parts, "month", view.equals("month") ? month : "");
    return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
