package org.passerelle.bench.soak;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The actions a page offers: its internal links and its forms.
 *
 * @param links paths with their queries
 */
record Html(List<String> links, List<Form> forms) {
  static final Html NOTHING = new Html(List.of(), List.of());

  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)(form|a|input|select|option|textarea|button)\\b((?:[^>\"]|\"[^\"]*\")*+)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z-]+)(?:\\s*=\\s*\"([^\"]*)\")?");

  /**
   * A form of a page.
   *
   * @param method GET or POST
   */
  record Form(String method, String action, List<Field> fields) {
    boolean holds(String kind) {
      return fields.stream().anyMatch(f -> f.kind().equals(kind));
    }
  }

  /**
   * A field of a form.
   *
   * @param kind type of an input; select, textarea, or submit for a button
   * @param value current value; of a button, the value it sends
   * @param chosen whether a radio button or checkbox is on
   * @param options values of a select
   * @param action the form action a button overrides; otherwise empty
   */
  record Field(
      String kind,
      String name,
      String value,
      boolean chosen,
      List<String> options,
      String action) {}

  /** Parses a page; disabled elements are left out, as in browsers. */
  static Html read(String page) {
    LinkedHashSet<String> links = new LinkedHashSet<>();
    List<Form> forms = new ArrayList<>();
    List<Field> outside = new ArrayList<>();
    List<Field> fields = outside;
    Matcher tag = TAG.matcher(page);
    while (tag.find()) {
      boolean closes = !tag.group(1).isEmpty();
      String attributes = tag.group(3);
      switch (tag.group(2)) {
        case "a" -> link(closes ? "" : value(attributes, "href"), links);
        case "form" -> {
          fields = closes ? outside : new ArrayList<>();
          if (!closes) {
            forms.add(
                new Form(
                    value(attributes, "method").toUpperCase(Locale.ROOT),
                    value(attributes, "action"),
                    fields));
          }
        }
        case "option" -> option(closes, attributes, fields);
        default -> {
          if (!closes && !has(attributes, "disabled") && !has(attributes, "form")) {
            fields.add(field(tag.group(2), attributes, page, tag.end()));
          }
        }
      }
    }
    return new Html(List.copyOf(links), List.copyOf(forms));
  }

  private static void link(String href, LinkedHashSet<String> links) {
    if (href.startsWith("/") && !href.startsWith("//")) {
      links.add(href.replaceAll("#.*", ""));
    }
  }

  private static void option(boolean closes, String attributes, List<Field> fields) {
    if (!closes && !fields.isEmpty() && fields.get(fields.size() - 1).kind().equals("select")) {
      Field select = fields.remove(fields.size() - 1);
      List<String> options = new ArrayList<>(select.options());
      String value = value(attributes, "value");
      options.add(value);
      fields.add(
          new Field(
              "select",
              select.name(),
              has(attributes, "selected") || options.size() == 1 ? value : select.value(),
              true,
              options,
              ""));
    }
  }

  private static Field field(String tag, String attributes, String page, int end) {
    String kind =
        switch (tag) {
          case "input" -> has(attributes, "type") ? value(attributes, "type") : "text";
          case "button" -> has(attributes, "type") ? value(attributes, "type") : "submit";
          default -> tag;
        };
    String value =
        tag.equals("textarea")
            ? plain(page.substring(end, Math.max(end, page.indexOf("</textarea>", end))))
            : value(attributes, "value");
    return new Field(
        kind,
        value(attributes, "name"),
        value,
        has(attributes, "checked"),
        List.of(),
        value(attributes, "formaction"));
  }

  private static boolean has(String attributes, String name) {
    Matcher attribute = ATTRIBUTE.matcher(attributes);
    while (attribute.find()) {
      if (attribute.group(1).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static String value(String attributes, String name) {
    Matcher attribute = ATTRIBUTE.matcher(attributes);
    while (attribute.find()) {
      if (attribute.group(1).equals(name) && attribute.group(2) != null) {
        return plain(attribute.group(2));
      }
    }
    return "";
  }

  private static String plain(String text) {
    return text.replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
