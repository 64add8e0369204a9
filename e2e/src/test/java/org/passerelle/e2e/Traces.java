package org.passerelle.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Searches words in every file of a folder: in UTF-8 and UTF-16, escaped as in JSON and JavaScript,
 * within base64, and within compressed data: gzip (the browser's cache), blocks of LevelDB and
 * values of IndexedDB (Snappy), records of a LevelDB log that span several blocks.
 */
final class Traces {
  private static final int LOG_BLOCK = 32 * 1024;
  private static final int LOG_HEAD = 7;
  private static final int MOST_LAYERS = 3;

  /** The searched patterns, by their first two bytes. */
  private final List<List<Form>> sought = new ArrayList<>(Collections.nCopies(1 << 16, List.of()));

  private int files;

  private record Form(String word, byte[] bytes) {}

  Traces(Set<String> words) {
    for (String word : words) {
      for (byte[] form : forms(word)) {
        int first = first(form, 0);
        List<Form> all = new ArrayList<>(sought.get(first));
        all.add(new Form(word, form));
        sought.set(first, all);
      }
    }
  }

  private static int first(byte[] from, int at) {
    return ((from[at] & 255) << 8) | (from[at + 1] & 255);
  }

  /** Number of files read. */
  int files() {
    return files;
  }

  /** Words found, each with the file. */
  Set<String> in(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.filter(Files::isRegularFile).toList();
    }
    Set<String> traces = new TreeSet<>();
    for (Path file : all) {
      byte[] content = Files.readAllBytes(file);
      files++;
      look(content, 0).forEach(word -> traces.add(word + " in " + folder.relativize(file)));
      if (file.toString().endsWith(".log")) {
        look(log(content), 0).forEach(word -> traces.add(word + " in " + folder.relativize(file)));
      }
    }
    return traces;
  }

  /** Words within bytes, and within compressed data in them. */
  private Set<String> look(byte[] content, int layer) throws IOException {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i + 1 < content.length; i++) {
      for (Form form : sought.get(first(content, i))) {
        int end = i + form.bytes.length;
        if (end <= content.length
            && Arrays.equals(content, i, end, form.bytes, 0, form.bytes.length)) {
          found.add(form.word);
        }
      }
    }
    if (layer < MOST_LAYERS) {
      for (byte[] inner : within(content)) {
        found.addAll(look(inner, layer + 1));
      }
    }
    return found;
  }

  private static List<byte[]> within(byte[] content) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i + 2 < content.length; i++) {
      if (content[i] == 0x1f && content[i + 1] == (byte) 0x8b && content[i + 2] == 8) {
        all.add(unzipped(content, i));
      }
      // a value wrapped and compressed by Blink: version 17, "compressed with Snappy"
      if (content[i] == (byte) 0xff && content[i + 1] == 0x11 && content[i + 2] == 2) {
        all.add(Snappy.open(content, i + 3));
      }
    }
    all.addAll(LevelDbTable.blocks(content));
    all.removeIf(one -> one.length == 0);
    return all;
  }

  private static byte[] unzipped(byte[] content, int at) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(content, at, content.length - at))) {
      in.transferTo(to);
    } catch (IOException ended) {
      // what follows does not belong to it
    }
    return to.toByteArray();
  }

  /** The records of a log without the headers between their parts. */
  private static byte[] log(byte[] content) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int at = 0; at + LOG_HEAD <= content.length; ) {
      int left = LOG_BLOCK - at % LOG_BLOCK;
      int length = (content[at + 4] & 255) | ((content[at + 5] & 255) << 8);
      if (left < LOG_HEAD || length == 0) {
        at += left;
        continue;
      }
      int part = Math.min(length, content.length - at - LOG_HEAD);
      all.write(content, at + LOG_HEAD, part);
      at += LOG_HEAD + part;
    }
    return all.toByteArray();
  }

  private static List<byte[]> forms(String word) {
    List<byte[]> forms = new ArrayList<>();
    forms.add(word.getBytes(StandardCharsets.UTF_8));
    forms.add(word.getBytes(StandardCharsets.UTF_16LE));
    StringBuilder escaped = new StringBuilder();
    word.chars()
        .forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    forms.add(escaped.toString().getBytes(StandardCharsets.US_ASCII));
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      for (int before = 0; before < 3; before++) {
        forms.addAll(encoded(word.getBytes(charset), before));
      }
    }
    return forms;
  }

  /** The invariant part of a word in base64 after a given number of preceding bytes. */
  private static List<byte[]> encoded(byte[] word, int before) {
    byte[] shifted = new byte[before + word.length];
    System.arraycopy(word, 0, shifted, before, word.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = before == 0 ? 0 : before + 1;
    int last = shifted.length / 3 * 4;
    String always = text.substring(first, last);
    return List.of(
        always.getBytes(StandardCharsets.US_ASCII),
        always.replace('+', '-').replace('/', '_').getBytes(StandardCharsets.US_ASCII));
  }
}
