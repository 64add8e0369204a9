package org.passerelle.linkage.names.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files of rules as the build compiled them, in one file of numbers and texts. The reader
 * of YAML and its classes took most of the start of a command that compares two names. Where the
 * build left no such file, the rules are read as they were written.
 */
final class CompiledRules {
  private static final String NAME = "rules.bin";
  private static final Map<String, byte[]> FILES = files();

  private CompiledRules() {}

  /** What stands in the file of this name; empty where it was not compiled. */
  static Optional<Object> read(String name) throws IOException {
    byte[] bytes = FILES.get(name);
    return bytes == null
        ? Optional.empty()
        : Optional.ofNullable(value(new DataInputStream(new ByteArrayInputStream(bytes))));
  }

  /** Names of the files that were compiled. */
  static List<String> names() {
    return FILES.keySet().stream().sorted().toList();
  }

  /**
   * Compiles all files of rules; run by the build.
   *
   * @param arguments the folder with the files of rules, into which the compiled file is written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve(NAME)))) {
      out.writeInt(files.size());
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        byte[] bytes = bytes(RuleYaml.read(name));
        out.writeUTF(name);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream in = CompiledRules.class.getResourceAsStream(RuleFile.FOLDER + NAME)) {
      if (in != null) {
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(in.readAllBytes()));
        for (int left = data.readInt(); left > 0; left--) {
          String name = data.readUTF();
          files.put(name, data.readNBytes(data.readInt()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** A value as bytes. */
  static byte[] bytes(@Nullable Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(value, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
    if (value == null) {
      out.writeByte('0');
    } else if (value instanceof String text) {
      out.writeByte('t');
      out.writeUTF(text);
    } else if (value instanceof Integer number) {
      out.writeByte('i');
      out.writeInt(number);
    } else if (value instanceof Double number) {
      out.writeByte('d');
      out.writeDouble(number);
    } else if (value instanceof Boolean yes) {
      out.writeByte('b');
      out.writeBoolean(yes);
    } else if (value instanceof List<?> list) {
      out.writeByte('l');
      out.writeInt(list.size());
      for (Object one : list) {
        write(one, out);
      }
    } else if (value instanceof Map<?, ?> map) {
      out.writeByte('m');
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(entry.getKey(), out);
        write(entry.getValue(), out);
      }
    } else {
      throw new IllegalStateException(
          "%s is a %s. Maybe it belongs in quotation marks."
              .formatted(value, value.getClass().getSimpleName()));
    }
  }

  private static @Nullable Object value(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case '0' -> null;
      case 't' -> in.readUTF();
      case 'i' -> in.readInt();
      case 'd' -> in.readDouble();
      case 'b' -> in.readBoolean();
      case 'l' -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
          list.add(value(in));
        }
        yield list;
      }
      case 'm' -> {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
          Object key = value(in);
          map.put(key, value(in));
        }
        yield map;
      }
      default ->
          throw new IllegalStateException(
              "%s holds a value of kind %d. Maybe the module was built in halves; build it anew."
                  .formatted(NAME, kind));
    };
  }
}
