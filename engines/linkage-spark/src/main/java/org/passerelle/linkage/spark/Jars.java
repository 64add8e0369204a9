package org.passerelle.linkage.spark;

import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.passerelle.linkage.Linkage;

/** What the machines of a cluster need beside Spark itself. */
final class Jars {
  private Jars() {}

  /** The jars of this engine and of what it uses; empty where it runs from folders of classes. */
  static String[] carried() {
    List<Class<?>> classes =
        List.of(
            SparkLinkEngine.class,
            Linkage.class,
            com.ibm.icu.text.Transliterator.class,
            org.yaml.snakeyaml.Yaml.class,
            org.apache.commons.csv.CSVFormat.class,
            org.apache.commons.io.IOUtils.class,
            org.jspecify.annotations.NullMarked.class);
    return classes.stream()
        .map(c -> c.getProtectionDomain().getCodeSource())
        .filter(Objects::nonNull)
        .map(CodeSource::getLocation)
        .flatMap(url -> Stream.of(Path.of(java.net.URI.create(url.toString())).toString()))
        .filter(path -> path.endsWith(".jar"))
        .distinct()
        .toArray(String[]::new);
  }
}
