package org.passerelle.network.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Wording;

/**
 * Reads GML (Himsolt, <em>GML: a portable graph file format</em>, University of Passau, 1997): one
 * graph with nodes and edges. Their own values are attributes; lists within them, such as positions
 * and colours, are left out.
 */
final class GmlReader {
  private static final int DEEPEST = 50;
  private static final Set<String> OF_ACTORS = Set.of("kind", "victim", "label");
  private static final Set<String> OF_TIES =
      Set.of("kind", "begins", "ends", "provenance", "grading", "evidence");
  private static final Pattern ENTITY = Pattern.compile("&(?:([A-Za-z0-9]{1,8})|#(\\d{1,7}));");

  /** Names of the characters 160 to 255 of ISO 8859-1, in this order (HTML 4, 24.2.1). */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute"
          + " Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave"
          + " eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml"
          + " divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final Map<String, String> ENTITIES = entities();

  private static Map<String, String> entities() {
    Map<String, String> entities =
        new HashMap<>(Map.of("quot", "\"", "amp", "&", "lt", "<", "gt", ">", "apos", "'"));
    int at = 160;
    for (String name : LATIN.split(" ", -1)) {
      entities.put(name, Character.toString(at++));
    }
    return Map.copyOf(entities);
  }

  private final String name;
  private final Gathered gathered;
  private boolean graph;
  private boolean directed;
  private int line = 1;
  private int next;

  GmlReader(String name) {
    this.name = name;
    this.gathered = new Gathered(name);
  }

  NetworkFile read(Source file, Charset charset) throws IOException {
    Text.pass(
        file,
        charset,
        reader -> {
          next = reader.read();
          list(reader, 0, this::top);
        });
    if (!graph) {
      throw new BadNetwork(Wording.NO_GML, name);
    }
    return gathered.network();
  }

  /** A value: its text, or null for a list, whose content is read by {@link #list}. */
  private interface Entry {
    void of(String key, @Nullable String value, BufferedReader reader, int depth)
        throws IOException;
  }

  private void top(String key, @Nullable String value, BufferedReader reader, int depth)
      throws IOException {
    if (!key.equals("graph") || value != null) {
      skip(value, reader, depth);
      return;
    }
    if (graph) {
      throw new BadNetwork(Wording.SECOND_GRAPH, new Place(name, line));
    }
    graph = true;
    list(reader, depth, this::inGraph);
  }

  private void inGraph(String key, @Nullable String value, BufferedReader reader, int depth)
      throws IOException {
    if (key.equals("directed") && value != null) {
      directed = value.equals("1");
    } else if (key.equals("node") && value == null) {
      node(reader, depth);
    } else if (key.equals("edge") && value == null) {
      edge(reader, depth);
    } else {
      skip(value, reader, depth);
    }
  }

  private void node(BufferedReader reader, int depth) throws IOException {
    int begins = line;
    Gathered.Told told = Gathered.Told.nothing();
    String[] id = {""};
    values(
        reader,
        depth,
        (key, value) -> {
          if (key.equals("id")) {
            id[0] = value;
          } else {
            sort(told, OF_ACTORS, key, value);
          }
        });
    gathered.actor(id[0], told, begins);
  }

  private void edge(BufferedReader reader, int depth) throws IOException {
    int begins = line;
    Gathered.Told told = Gathered.Told.nothing();
    String[] ends = {"", "", ""};
    values(
        reader,
        depth,
        (key, value) -> {
          switch (key) {
            case "source" -> ends[0] = value;
            case "target" -> ends[1] = value;
            case "id" -> ends[2] = value;
            case "value", "weight" -> told.fields().put("weight", value);
            default -> sort(told, OF_TIES, key, value);
          }
        });
    gathered.tie(ends[2], ends[0], ends[1], directed, told, begins);
  }

  private static void sort(Gathered.Told told, Set<String> known, String key, String value) {
    if (known.contains(key)) {
      told.fields().put(key, value);
    } else {
      // a key that comes again is one more value
      told.attributes()
          .merge(
              key,
              List.of(value),
              (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
  }

  private void values(BufferedReader reader, int depth, BiConsumer<String, String> use)
      throws IOException {
    list(
        reader,
        depth,
        (key, value, same, deeper) -> {
          if (value == null) {
            skip(null, same, deeper);
          } else {
            use.accept(key, value);
          }
        });
  }

  private void skip(@Nullable String value, BufferedReader reader, int depth) throws IOException {
    if (value == null) {
      list(reader, depth, (key, inner, same, deeper) -> skip(inner, same, deeper));
    }
  }

  /** Reads pairs of key and value to the end of the list, or of the file at depth 0. */
  private void list(BufferedReader reader, int depth, Entry entry) throws IOException {
    if (depth > DEEPEST) {
      throw expected("]");
    }
    while (true) {
      blanks(reader);
      if (next < 0 && depth == 0) {
        return;
      }
      if (next == ']' && depth > 0) {
        advance(reader);
        return;
      }
      String key = word(reader);
      if (key.isEmpty()) {
        throw expected(depth > 0 ? "]" : "graph [");
      }
      blanks(reader);
      if (next == '[') {
        advance(reader);
        entry.of(key, null, reader, depth + 1);
      } else {
        entry.of(key, value(reader, key), reader, depth);
      }
    }
  }

  private String value(BufferedReader reader, String key) throws IOException {
    if (next != '"') {
      String word = word(reader);
      if (word.isEmpty()) {
        throw expected(key);
      }
      return word;
    }
    advance(reader);
    StringBuilder text = new StringBuilder();
    while (next != '"') {
      if (next < 0) {
        throw expected("\"");
      }
      text.append((char) next);
      advance(reader);
    }
    advance(reader);
    return ENTITY.matcher(text).replaceAll(GmlReader::meant);
  }

  /** The character that a named or numbered entity stands for; an unknown one stays as it is. */
  private static String meant(MatchResult entity) {
    String named = entity.group(1);
    if (named != null) {
      return Matcher.quoteReplacement(ENTITIES.getOrDefault(named, entity.group()));
    }
    int code = Integer.parseInt(entity.group(2));
    return Matcher.quoteReplacement(
        Character.isValidCodePoint(code) ? Character.toString(code) : entity.group());
  }

  private String word(BufferedReader reader) throws IOException {
    StringBuilder word = new StringBuilder();
    while (next >= 0 && !Character.isWhitespace(next) && next != '[' && next != ']') {
      word.append((char) next);
      advance(reader);
    }
    return word.toString();
  }

  /** Skips blanks, and lines that begin with a number sign. */
  private void blanks(BufferedReader reader) throws IOException {
    while (next >= 0 && (Character.isWhitespace(next) || next == '#')) {
      if (next == '#') {
        while (next >= 0 && next != '\n') {
          advance(reader);
        }
      } else {
        advance(reader);
      }
    }
  }

  private void advance(BufferedReader reader) throws IOException {
    line += next == '\n' ? 1 : 0;
    next = reader.read();
  }

  private BadNetwork expected(String what) {
    return new BadNetwork(Wording.GML_EXPECTED, new Place(name, line), what);
  }
}
