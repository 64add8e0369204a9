package org.passerelle.cli.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.Expected;
import org.passerelle.linkage.LeftOut;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.Match;

/** The result of {@code link} as JSON, with what the report says; one match or cluster a line. */
final class LinkJson {
  private final LinkResult result;
  private final JsonGenerator json;

  private LinkJson(LinkResult result, JsonGenerator json) {
    this.result = result;
    this.json = json;
  }

  /**
   * Writes the matches, or the clusters where they have names.
   *
   * @param names of clusters; null for matches
   */
  static void write(LinkResult result, @Nullable KnownClusters names, BufferedWriter out)
      throws IOException {
    JsonGenerator json =
        new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    LinkJson answer = new LinkJson(result, json);
    json.writeStartObject();
    answer.report();
    if (names == null) {
      answer.matches();
    } else {
      answer.clusters(names);
    }
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private void report() throws IOException {
    json.writeNumberField("records", result.size());
    strings("compared", result.compared());
    json.writeArrayFieldStart("notCompared");
    for (LeftOut column : result.leftOut()) {
      json.writeStartObject();
      json.writeStringField("column", column.column());
      json.writeStringField("reason", column.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings("report", result.report());
    number("threshold", result.threshold(), 6);
    Expected expected = result.expected();
    if (expected.isKnown()) {
      number("expectedPrecision", expected.precision(), 4);
      number("expectedRecall", expected.recall(), 4);
    } else {
      json.writeNullField("expectedPrecision");
      json.writeNullField("expectedRecall");
      json.writeStringField("unknownBecause", expected.doubt());
    }
    json.writeNumberField("undecided", result.undecided().size());
  }

  private void matches() throws IOException {
    json.writeArrayFieldStart("matches");
    for (Match match : result.matches()) {
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringField("left", result.id(match.left()));
      json.writeStringField("right", result.id(match.right()));
      number("probability", match.probability(), 6);
      number("weight", match.weight(), 4);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void clusters(KnownClusters names) throws IOException {
    String[] named = names.of(result, result.clusters());
    Map<String, List<Integer>> clusters = new LinkedHashMap<>();
    for (int i = 0; i < named.length; i++) {
      clusters.computeIfAbsent(named[i], name -> new ArrayList<>(1)).add(i);
    }
    json.writeArrayFieldStart("clusters");
    for (Map.Entry<String, List<Integer>> cluster : clusters.entrySet()) {
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringField("cluster", cluster.getKey());
      int left = result.leftSize();
      records(result.isTwoLists() ? "left" : "records", cluster.getValue(), r -> r < left);
      if (result.isTwoLists()) {
        records("right", cluster.getValue(), r -> r >= left);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void records(String name, List<Integer> members, IntPredicate which) throws IOException {
    strings(name, members.stream().filter(which::test).map(result::id).toList());
  }

  private void strings(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void number(String name, double value, int places) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(LinkFiles.decimal(value, places));
  }
}
