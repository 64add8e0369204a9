package org.passerelle.bench.soak;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The actions a page offers: its internal links and its forms.
 *
 * @param links paths with their queries
 */
record Html(List<String> links, List<Form> forms) {
  static final Html NOTHING = new Html(List.of(), List.of());

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
    Document document = Jsoup.parse(page);
    List<String> links =
        document.select("a[href]").stream()
            .map(link -> link.attr("href"))
            .filter(href -> href.startsWith("/") && !href.startsWith("//"))
            .map(href -> href.replaceAll("#.*", ""))
            .distinct()
            .toList();
    return new Html(links, document.select("form").stream().map(Html::form).toList());
  }

  private static Form form(Element form) {
    return new Form(
        form.attr("method").toUpperCase(Locale.ROOT),
        form.attr("action"),
        form.select("input, select, textarea, button").stream()
            .filter(field -> !field.hasAttr("disabled") && !field.hasAttr("form"))
            .map(Html::field)
            .toList());
  }

  private static Field field(Element field) {
    List<Element> options = field.select("option");
    String value =
        switch (field.normalName()) {
          case "select" ->
              options.stream()
                  .filter(option -> option.hasAttr("selected"))
                  .reduce((earlier, later) -> later)
                  .or(() -> options.stream().findFirst())
                  .map(option -> option.attr("value"))
                  .orElse("");
          case "textarea" -> field.wholeText();
          default -> field.attr("value");
        };
    return new Field(
        kind(field),
        field.attr("name"),
        value,
        field.hasAttr("checked"),
        options.stream().map(option -> option.attr("value")).toList(),
        field.attr("formaction"));
  }

  private static String kind(Element field) {
    String type = field.attr("type");
    return switch (field.normalName()) {
      case "input" -> type.isEmpty() ? "text" : type;
      case "button" -> type.isEmpty() ? "submit" : type;
      default -> field.normalName();
    };
  }
}
