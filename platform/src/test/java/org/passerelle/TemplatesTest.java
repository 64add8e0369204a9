package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.passerelle.TemplateUses.Use;

/**
 * What a handler gives a template is what the template declares. Values travel by name, {@code
 * act.with("file", file).show("protect/cases/case", view)}, so that the compiler compares nothing:
 * a wrong type would be found by whoever opens the page. Here the compiler's own types of every
 * value are compared with the template's {@code @param}s, on each way of calls from a handler to
 * the place that shows the page; what is missing on a way, and what no template there declares, are
 * faults as well.
 *
 * <p>Types are compared as the template casts them: an {@code int} is no {@code long} there, a list
 * of something else is a fault although the cast would pass.
 *
 * <p>Not seen: whether two conditions exclude each other, beyond branches of the same choice and
 * blocks that return (a value set in an {@code if} counts as perhaps missing); methods given as
 * {@code this::page}; null for a parameter that is none; what a parameter's type says less exactly
 * than its callers, other than {@code Object}, {@code String} and {@code Map}; and the places in
 * {@link #UNSEEN}.
 */
class TemplatesTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern PART = Pattern.compile("@template\\.([\\w.]+)");

  /** A whole form, which FormPagesTest draws to see its fields. */
  private static final Set<String> NOT_SHOWN = Set.of("forms/fill");

  /** Sources that can put something into a model, or show a template. */
  private static final Predicate<String> SHOWS =
      Pattern.compile(
              "\\b(Act|ModelAndView|Model|ModelMap|TemplateEngine)\\b|BiConsumer<String, Object>")
          .asPredicate();

  /** Files with a place whose template is a field of a record or only known when it runs. */
  private static final Map<String, String> UNSEEN =
      Map.of(
          "Act.java", "shows what it is given; its callers are read",
          "FormDraftPartController.java", "the part of a form says which template edits it",
          "MapShapes.java", "drawings without a parameter, by a method for both");

  private static final Set<String> faults = new TreeSet<>();
  private static final Set<String> unseen = new TreeSet<>();
  private static final Set<String> shown = new TreeSet<>();

  @BeforeAll
  static void read() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(told, null, null)) {
      List<String> options =
          List.of(
              "-proc:none", "-Xlint:none", "-classpath", System.getProperty("java.class.path", ""));
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, told, options, null, files.getJavaFileObjectsFromPaths(sources()));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      assertThat(told.getDiagnostics())
          .filteredOn(one -> one.getKind() == Diagnostic.Kind.ERROR)
          .as("the sources against the compiled classes; compile the module")
          .isEmpty();
      Trees trees = Trees.instance(task);
      TemplateSteps steps = new TemplateSteps(trees);
      units.forEach(unit -> steps.scan(unit, null));
      TemplateUses uses = new TemplateUses(trees, task.getElements(), steps);
      TemplateParameters parameters = new TemplateParameters(task.getElements());
      TemplateFaults check = new TemplateFaults(trees, task.getTypes(), parameters);
      List<Use> all = uses.all();
      faults.addAll(check.of(all));
      unseen.addAll(uses.unseen());
      all.forEach(use -> shown.add(use.template()));
    }
  }

  @Test
  void everyTemplateReceivesWhatItDeclares() {
    assertThat(faults)
        .as(
            """
            values that templates do not receive as they declare them
            Maybe the @param and the value given to with(…) or show(…) were changed apart.""")
        .isEmpty();
  }

  @Test
  void onlyFewPlacesCannotBeRead() {
    assertThat(unseen)
        .extracting(place -> place.substring(0, place.indexOf(':')))
        .as("name the template literally, or say here why not")
        .hasSameElementsAs(UNSEEN.keySet());
  }

  /** Else a way of showing pages has come that this test does not see. */
  @Test
  void everyTemplateIsSeenOrIsAPartOfOthers() throws IOException {
    Set<String> unused = new TreeSet<>();
    Set<String> parts = new HashSet<>(NOT_SHOWN);
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        String name = TEMPLATES.relativize(file).toString().replace('\\', '/');
        unused.add(name.substring(0, name.length() - ".jte".length()));
        PART.matcher(Files.readString(file))
            .results()
            .forEach(part -> parts.add(part.group(1).replace('.', '/')));
      }
    }
    unused.removeAll(shown);
    unused.removeAll(parts);
    assertThat(unused).as("no handler and no template that is seen shows them").isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (SHOWS.test(Files.readString(file))) {
          all.add(file);
        }
      }
    }
    return all;
  }
}
