package org.passerelle.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.linkage.BadRecords;

class ParquetTest {
  private static final SparkLinkEngine ENGINE = new SparkLinkEngine();
  @TempDir Path folder;

  private static String read(Path list) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader rows = ENGINE.fromParquet(list)) {
      rows.transferTo(text);
    }
    return text.toString().replace("\r\n", "\n");
  }

  private Path list(String columns, CompressionCodecName codec, Group... rows) throws IOException {
    Path file = folder.resolve("list.parquet");
    MessageType type = MessageTypeParser.parseMessageType("message m { %s }".formatted(columns));
    try (ParquetWriter<Group> out =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .withCompressionCodec(codec)
            .build()) {
      for (Group row : rows) {
        out.write(row);
      }
    }
    return file;
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    String csv =
        "left,right,probability\nИван,\"one, two\",0.75\n\"a\nb\",,1\nc,\"say \"\"x\"\"\",\n";
    Path file = folder.resolve("table.parquet");
    ENGINE.toParquet(new StringReader(csv), file, Set.of("probability"));
    assertThat(read(file)).isEqualTo(csv);
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
  void datesNumbersAndMissingValuesAreTexts(CompressionCodecName codec) throws IOException {
    String columns =
        "required int64 id; optional int32 born (DATE); optional double year; optional boolean sure;";
    MessageType type = MessageTypeParser.parseMessageType("message m { %s }".formatted(columns));
    Group full = new SimpleGroup(type);
    full.add("id", 12L);
    full.add("born", (int) LocalDate.of(1999, 12, 31).toEpochDay());
    full.add("year", 1999.0);
    full.add("sure", true);
    Group poor = new SimpleGroup(type);
    poor.add("id", 13L);
    poor.add("year", 0.5);
    assertThat(read(list(columns, codec, full, poor)))
        .isEqualTo("id,born,year,sure\n12,1999-12-31,1999,true\n13,,0.5,\n");
  }

  @Test
  void theFilesOfAFolderAreOneList() throws IOException {
    for (String name : new String[] {"b", "a"}) {
      ENGINE.toParquet(
          new StringReader("id,name\n%s,Arta\n".formatted(name)),
          folder.resolve(name + ".parquet"),
          Set.of());
    }
    Files.writeString(folder.resolve("_SUCCESS"), "");
    assertThat(read(folder)).isEqualTo("id,name\na,Arta\nb,Arta\n");
    ENGINE.toParquet(new StringReader("id\nc\n"), folder.resolve("c.parquet"), Set.of());
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("c.parquet has other columns than a.parquet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "required int64 at (TIMESTAMP(MILLIS,true));",
        "repeated binary names (STRING);",
        "required group name { required binary given (STRING); }",
        "required binary face;"
      })
  void whatIsNeitherTextNorNumberNorDateIsRefused(String column) throws IOException {
    Path file = list("required int64 id; " + column, CompressionCodecName.UNCOMPRESSED);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("holds neither text nor numbers nor dates");
  }

  @Test
  void anythingElseIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("list.parquet"), "id,name\n1,Arta\n");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("is not a Parquet file");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> read(empty))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("holds no file");
  }
}
