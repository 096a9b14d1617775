package org.tumen.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(ShellWords.command(List.of("batch", "a b.yaml", "it's", "--set", "x=1", "")))
                .isEqualTo("tumen batch 'a b.yaml' 'it'\\''s' --set x=1 ''");
    }

    @Test
    void turnsTheCommandOfAShardToTheWhole() {
        for (List<String> options : List.of(
                List.of("--shard", "3/64", "--out", "/tmp/shares"),
                List.of("--out", "/tmp/my shares", "--shard=3/64"),
                List.of("--out=/tmp/it's here", "--shard", "3/64"))) {
            List<String> words = new ArrayList<>(List.of("compare", "study one.yaml"));
            words.addAll(options);
            words.addAll(List.of("--runs", "100"));
            assertThat(ShellWords.ofAllShards(ShellWords.command(words), "/tmp/the whole"))
                    .isEqualTo("tumen compare 'study one.yaml' --runs 100 --out '/tmp/the whole'");
        }
    }
}
