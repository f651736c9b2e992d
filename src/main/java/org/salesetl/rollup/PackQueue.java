package org.salesetl.rollup;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads several packs of one month as one, by a heap of their readers with the least entry at its head. */
final class PackQueue {

    private final PackReader[] heap;
    private int size;

    PackQueue(Collection<PackReader> readers) {
        heap = readers.stream().filter(PackReader::next).toArray(PackReader[]::new);
        size = heap.length;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** The reader at the least entry; null if all packs are read. */
    @Nullable
    PackReader head() {
        return size == 0 ? null : heap[0];
    }

    /** Moves the reader at the head to its next entry. */
    void advance() {
        if (!heap[0].next()) {
            size--;
            heap[0] = heap[size];
        }
        sink(0);
    }

    private void sink(int from) {
        int hole = from;
        PackReader sinking = heap[from];
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && heap[child + 1].compareEntry(heap[child]) < 0) {
                child++;
            }
            if (sinking.compareEntry(heap[child]) <= 0) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = sinking;
    }
}
