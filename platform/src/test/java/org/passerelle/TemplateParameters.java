package org.passerelle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What each template declares by {@code @param}: names and defaults as the template says them,
 * types as the compiler resolved them in the class that was made of it.
 */
final class TemplateParameters {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final String CLASSES = "org.passerelle.pages.templates.";
  private static final Pattern PARAMETER =
      Pattern.compile("^@param\\s+.+?\\s+(\\w+)\\s*(=.*)?$", Pattern.MULTILINE);

  /** The parameters of a template's method that are not the template's. */
  private static final int OUTPUT = 2;

  private final Map<String, List<Declared>> all = new TreeMap<>();

  /**
   * One parameter.
   *
   * @param optional whether it has a default
   */
  record Declared(String name, TypeMirror type, boolean optional) {}

  TemplateParameters(Elements elements) throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        String name = TEMPLATES.relativize(file).toString().replace('\\', '/');
        String template = name.substring(0, name.length() - ".jte".length());
        all.put(template, read(template, Files.readString(file), elements));
      }
    }
  }

  /** Those of a template, in their order; empty if there is no such template. */
  Optional<List<Declared>> of(String template) {
    return Optional.ofNullable(all.get(template));
  }

  private static List<Declared> read(String template, String text, Elements elements) {
    List<? extends VariableElement> types = made(template, elements).getParameters();
    List<Declared> declared = new ArrayList<>();
    Matcher next = PARAMETER.matcher(text);
    while (next.find()) {
      int at = declared.size() + OUTPUT;
      if (at < types.size()) {
        declared.add(new Declared(next.group(1), types.get(at).asType(), next.group(2) != null));
      }
    }
    if (declared.size() + OUTPUT != types.size()) {
      throw new IllegalStateException(
          "%s declares %d parameters, its class %d\nMaybe the class is older: compile the module."
              .formatted(template, declared.size(), types.size() - OUTPUT));
    }
    return declared;
  }

  private static ExecutableElement made(String template, Elements elements) {
    int folder = template.lastIndexOf('/') + 1;
    String type =
        CLASSES
            + template.substring(0, folder).replace('/', '.')
            + "Jte"
            + template.substring(folder).replaceAll("\\W", "")
            + "Generated";
    TypeElement found = elements.getTypeElement(type);
    if (found == null) {
      throw new IllegalStateException(
          "no class %s of template %s\nMaybe the template is new: compile the module."
              .formatted(type, template));
    }
    return ElementFilter.methodsIn(found.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals("render"))
        .findFirst()
        .orElseThrow();
  }
}
