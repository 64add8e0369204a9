package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.linkage.LinkConfig;
import org.passerelle.network.exchange.Mapping;

/** Examples in the documentation of the engines can be used as they stand. */
class ExamplesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern EXAMPLE = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL);
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  /** What is YAML instead of Java. */
  private static final List<String> CONFIGURATIONS = List.of("LinkConfig", "Mapping");

  /** What an example takes for granted, by the class that shows it. */
  private static final Map<String, String> GIVEN =
      Map.of(
          "CaseFileVerifier",
              "java.security.cert.X509Certificate certificate, Clock clock, Path file",
          "CaseFileWriter", "Path key, char[] password, CaseFile file, Press press, Clock clock",
          "Encoding", "Path file, PersonTable list, Writer writer",
          "Graph", "Graph graph, int v",
          "LinkStore", "LinkSettings settings, PersonTable list, PersonTable more, Path folder",
          "Matching", "Batch batch",
          "NetworkReport", "CaseNetwork network, Writer out");

  private record Example(String name, String of, String text) {}

  @TempDir Path folder;

  /** All examples, from the source files of the engines. */
  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String file : SourceFiles.all()) {
      if (file.startsWith("engines/") && file.contains("/src/main/") && file.endsWith(".java")) {
        String source = Files.readString(ROOT.resolve(file));
        Matcher found = EXAMPLE.matcher(source);
        while (found.find()) {
          String name = file.substring(file.lastIndexOf('/') + 1, file.length() - 5);
          examples.add(new Example(name, packageOf(source), plain(found.group(1))));
        }
      }
    }
    return examples;
  }

  private static String packageOf(String source) {
    Matcher found = PACKAGE.matcher(source);
    return found.find() ? found.group(1) : "";
  }

  /** Without what Javadoc needs. */
  private static String plain(String javadoc) {
    String text = javadoc.replaceAll("(?m)^ *\\* ?", "");
    return text.startsWith("{@code")
        ? text.substring(6, text.lastIndexOf('}'))
        : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  @Test
  void examplesInJavaCompile() throws IOException {
    Map<String, String> units = new TreeMap<>();
    for (Example example : examples()) {
      if (!CONFIGURATIONS.contains(example.name())) {
        units.put(example.name() + "Example", unit(example));
      }
    }
    assertThat(units).hasSizeGreaterThan(8);
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    compiler
        .getTask(
            null,
            null,
            said,
            List.of(
                "-proc:none",
                "-d",
                folder.toString(),
                "-classpath",
                System.getProperty("java.class.path", "")),
            null,
            units.entrySet().stream().map(unit -> source(unit.getKey(), unit.getValue())).toList())
        .call();
    assertThat(said.getDiagnostics())
        .filteredOn(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .extracting(d -> d.toString())
        .as("examples that do not compile. Maybe name what they take for granted in GIVEN")
        .isEmpty();
  }

  /** Stands outside the engine, as whoever copies the example does. */
  private static String unit(Example example) {
    String engine = example.of().split("\\.", 4)[2];
    String imports =
        packages(engine).stream().map("import %s.*;\n"::formatted).collect(Collectors.joining());
    return """
        import java.io.Writer;
        import java.nio.file.Path;
        import java.time.Clock;
        import java.time.Duration;
        import java.util.List;
        import java.util.Map;
        import java.util.Set;
        %s
        class %sExample {
          static void example(%s) throws Exception {
        %s
          }
        }
        """
        .formatted(imports, example.name(), GIVEN.getOrDefault(example.name(), ""), example.text());
  }

  /** The public packages of an engine. */
  private static Set<String> packages(String engine) {
    String below = "engines/%s/src/main/java/".formatted(engine);
    return SourceFiles.all().stream()
        .filter(file -> file.startsWith(below) && file.endsWith(".java"))
        .map(file -> file.substring(below.length(), file.lastIndexOf('/')).replace('/', '.'))
        .filter(name -> !name.contains(".internal"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  @Test
  void examplesOfConfigurationsAreRead() throws IOException {
    List<Example> all = new ArrayList<>(examples());
    all.add(new Example("LinkConfig", "", yaml("linkage.md")));
    all.add(new Example("Mapping", "", yaml("network.md")));
    all.removeIf(example -> !CONFIGURATIONS.contains(example.name()));
    assertThat(all).hasSize(4);
    for (Example example : all) {
      Path file = Files.writeString(folder.resolve("example.yaml"), example.text());
      if (example.name().equals("Mapping")) {
        assertThat(Mapping.read(file)).isNotEqualTo(Mapping.usual());
      } else {
        assertThat(LinkConfig.read(file).settings().threshold()).isEqualTo(0.9);
      }
    }
  }

  private static String yaml(String document) throws IOException {
    Matcher found = YAML.matcher(Files.readString(ROOT.resolve("docs").resolve(document)));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
