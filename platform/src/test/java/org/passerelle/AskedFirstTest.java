package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A tap that ends or destroys something asks first, or can be undone. Looks at each form whose
 * action says that it ends something; {@code not-asked-first.tsv} names those that do not ask:
 * template, action, the handler that offers to undo it (or a dash), why.
 */
class AskedFirstTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Set<String> ENDS =
      Set.of(
          "remove",
          "end",
          "end-all",
          "withdraw",
          "suspend",
          "discard",
          "drop",
          "delete",
          "revoke",
          "found");

  /** The start of a form, or another place that a button of it leads to. */
  private static final Pattern ACTION =
      Pattern.compile(
          "action=\"((?:\\$\\{(?:[^{}\"]|\"[^\"]*\")*\\}|[^\"$]|\\$(?!\\{))*)\"", Pattern.DOTALL);

  /** Something that the form wants to know before it is sent. */
  private static final Pattern QUESTION =
      Pattern.compile("@template\\.part\\.(field|checks|select)\\(");

  private final List<String> unasked = new ArrayList<>();
  private int found;

  @Test
  void whatEndsSomethingAsksFirstOrCanBeUndone() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      files.filter(file -> file.toString().endsWith(".jte")).sorted().forEach(this::look);
    }
    assertThat(found).as("forms that end something").isGreaterThan(20);
    assertThat(new TreeSet<>(unasked))
        .as("forms that end something with one tap. Maybe use part/asked.jte")
        .isEqualTo(
            new TreeSet<>(exceptions().stream().map(line -> line[0] + " " + line[1]).toList()));
  }

  /** An exception has a reason, and a handler that is said to be undoable is. */
  @Test
  void eachExceptionIsExplained() throws IOException {
    for (String[] line : exceptions()) {
      assertThat(line).as(String.join(" ", line)).hasSize(4);
      assertThat(line[3]).as(line[0]).isNotBlank();
      if (!line[2].equals("-")) {
        String[] handler = line[2].split("\\.", -1);
        assertThat(method(handler[0], handler[1])).as(line[2]).contains("undoable(");
      }
    }
  }

  private void look(Path file) {
    String text = text(file);
    Matcher action = ACTION.matcher(text);
    while (action.find()) {
      String leads = action.group(1);
      if (!ENDS.contains(leads.replaceFirst("\\?.*", "").replaceFirst("(?s).*[/}]", ""))) {
        continue;
      }
      found++;
      int start = text.lastIndexOf("<form", action.start());
      int end = text.indexOf("</form>", start);
      boolean asks =
          within(text, start, "details")
              || within(text, start, "dialog")
              || QUESTION.matcher(text.substring(start, end)).find()
              || ofItsOwn(text, start, end);
      if (!asks) {
        unasked.add(TEMPLATES.relativize(file).toString().replace('\\', '/') + " " + leads);
      }
    }
  }

  private static boolean within(String text, int at, String element) {
    return text.lastIndexOf("<" + element, at) > text.lastIndexOf("</" + element + ">", at);
  }

  /** Whether a page is there for this alone: beside its button stands the way back. */
  private static boolean ofItsOwn(String text, int start, int end) {
    int block = text.indexOf("</div>", end);
    return text.contains("@template.layout.")
        && text.substring(start, block < 0 ? text.length() : block).contains("\"form.cancel\"");
  }

  private static String method(String type, String name) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      String text =
          text(files.filter(file -> file.endsWith(type + ".java")).findFirst().orElseThrow());
      int start = text.indexOf(" " + name + "(");
      assertThat(start).as(name).isPositive();
      int next = text.indexOf("Mapping(", start);
      return text.substring(start, next < 0 ? text.length() : next);
    }
  }

  private static List<String[]> exceptions() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/not-asked-first.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
