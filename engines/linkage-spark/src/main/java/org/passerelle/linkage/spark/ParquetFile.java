package org.passerelle.linkage.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writes a table as Parquet. */
final class ParquetFile {
  private ParquetFile() {}

  /**
   * Writes; an empty value is missing.
   *
   * @param csv with the names of the columns in its first line
   * @param numbers columns that are numbers; the others are texts
   */
  static void write(Reader csv, Path into, Set<String> numbers) throws IOException {
    try (CSVParser rows =
        CSVParser.builder()
            .setReader(csv)
            .setFormat(CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())
            .get()) {
      List<String> names = rows.getHeaderNames();
      MessageType columns = columns(names, numbers);
      try (ParquetWriter<Group> out =
          ExampleParquetWriter.builder(new LocalOutputFile(into))
              .withConf(new PlainParquetConfiguration())
              .withType(columns)
              .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
              .withCompressionCodec(CompressionCodecName.SNAPPY)
              .build()) {
        for (CSVRecord row : rows) {
          out.write(group(row, names, columns, numbers));
        }
      }
    }
  }

  private static MessageType columns(List<String> names, Set<String> numbers) {
    Types.MessageTypeBuilder columns = Types.buildMessage();
    for (String name : names) {
      if (numbers.contains(name)) {
        columns.optional(PrimitiveTypeName.DOUBLE).named(name);
      } else {
        columns
            .optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(name);
      }
    }
    return columns.named("table");
  }

  private static Group group(
      CSVRecord row, List<String> names, MessageType columns, Set<String> numbers) {
    Group group = new SimpleGroup(columns);
    for (String name : names) {
      String value = row.get(name);
      if (!value.isEmpty()) {
        if (numbers.contains(name)) {
          group.add(name, Double.parseDouble(value));
        } else {
          group.add(name, value);
        }
      }
    }
    return group;
  }
}
