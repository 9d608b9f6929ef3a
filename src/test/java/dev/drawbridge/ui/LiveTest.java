package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.model.Document;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class LiveTest extends ApplicationTest {
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final ExecutorService another = Executors.newSingleThreadExecutor();
  private final AtomicInteger computed = new AtomicInteger();

  @AfterEach
  void endTheWorkers() {
    worker.shutdownNow();
    another.shutdownNow();
  }

  private Live<Integer> live() {
    return new Live<>(worker, (_, _) -> computed.incrementAndGet());
  }

  @Test
  void aDocumentIsComputedOnceItRests() throws Exception {
    Live<Integer> live = live();
    interact(() -> live.follow(Document.EMPTY));
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, live::isCurrent);
    assertEquals(1, computed.get());
  }

  @Test
  void aWindowThatClosesRightAfterAnEditLeavesNothingToItsWorker() throws Throwable {
    Live<Integer> live = live();
    interact(() -> live.follow(Document.EMPTY));
    interact(
        () -> {
          live.end();
          worker.shutdownNow();
        });
    interact(() -> live.follow(Document.EMPTY));
    interact(live::refresh);
    assertTrue(worker.awaitTermination(10, TimeUnit.SECONDS));
    Live<Integer> later = new Live<>(another, (_, _) -> 1);
    interact(() -> later.follow(Document.EMPTY)); // rests as long, so the first would be through
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, later::isCurrent);
    WaitForAsyncUtils.checkException(); // what a rejected task would have thrown on the FX thread
    assertNull(live.result().get());
  }
}
