// SPDX-License-Identifier: GPL-3.0-or-later
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;

/** Indexes a file of articles, one a line: TEXT INDEX THREADS. Text stored, one segment. */
public class IndexByLucene {
  public static void main(String[] arguments) throws Exception {
    List<String> articles = Files.readAllLines(Path.of(arguments[0]));
    IndexWriterConfig settings = new IndexWriterConfig(new IndonesianAnalyzer());
    settings.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    settings.setRAMBufferSizeMB(256);
    AtomicInteger next = new AtomicInteger();
    try (IndexWriter writer =
        new IndexWriter(new MMapDirectory(Path.of(arguments[1])), settings)) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(arguments[2]); ++i) {
        Thread thread = new Thread(() -> add(writer, articles, next));
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) thread.join();
      writer.forceMerge(1);
    }
  }

  private static void add(IndexWriter writer, List<String> articles, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
      Document document = new Document();
      document.add(new StringField("id", Integer.toString(i), Field.Store.YES));
      document.add(new TextField("body", articles.get(i), Field.Store.YES));
      try {
        writer.addDocument(document);
      } catch (java.io.IOException fault) {
        throw new java.io.UncheckedIOException(fault);
      }
    }
  }
}
