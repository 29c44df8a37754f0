// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.Standstill;

/**
 * This node among the others of Payara's data grid, and what it does when the grid was in two and becomes one again.
 *
 * <p>A node that stood still goes on in a grid of its own. Hazelcast decides by numbers and addresses which grid joins the other,
 * and keeps the later write of each entry: that may be what the node finished a moment after it stood still. So the node takes no
 * requests until all is where it belongs. When it joins the others it forgets what it holds; when the others join it, each tells
 * the grid again what it has stored and ended since they were apart.
 */
final class GridMembership implements MembershipListener {
    private static final System.Logger LOGGER = System.getLogger(GridMembership.class.getName());

    /** How long after a standstill this node looks for the others; it then goes on without them. */
    private static final Duration REJOINING = Duration.ofMinutes(1);

    /** A request waits no longer for the grid to be one again. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    /** How long others may have been gone before they were missed: several times what failure detectors are set to. */
    private static final Duration UNNOTICED = Duration.ofMinutes(1);

    /** How often the grid is told, at most: an answer that does not come is waited for some seconds. */
    private static final int TELLINGS = 4;

    private final HazelcastInstance grid;
    private final SessionMarks marks;
    private final Standstill standstill;

    /** The nodes with which this node shares all it knows: now, or before it stood still. */
    private volatile Set<UUID> known = Set.of();

    /** The end of the standstill after which this node has found all others again; none yet. */
    private volatile long settledAfter = Long.MIN_VALUE;

    /** When a node was missed last, by {@link System#currentTimeMillis}; zero for never. */
    private volatile long missedAt;

    /** Done, unless this node is joining another grid right now. */
    private volatile CompletableFuture<Void> joining = CompletableFuture.completedFuture(null);

    /** The name of this node in the grid that it leaves for another. */
    private volatile String formerName;

    /** Whether this node has forgotten what it held in that grid. */
    private volatile boolean forgot;

    /** Takes the former name of this node and since when, in milliseconds; returns how many. */
    private ToIntBiFunction<String, Long> storeAgain;

    private UUID lifecycleListener;
    private UUID membershipListener;

    GridMembership(HazelcastInstance grid, SessionMarks marks, Standstill standstill) {
        this.grid = grid;
        this.marks = marks;
        this.standstill = standstill;
    }

    /**
     * To be called once.
     *
     * @param again stores again what this node has stored by a former name since a moment, as {@link PayaraStore#storeAgain}
     */
    void begin(ToIntBiFunction<String, Long> again) {
        storeAgain = again;
        lifecycleListener = grid.getLifecycleService().addLifecycleListener(this::lifecycleChanged);
        membershipListener = grid.getCluster().addMembershipListener(this);
        known = members();
        try {
            marks.arrive();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A node that stood still may wait a minute for this one.", e);
        }
    }

    /** The grid outlives the application, and must not keep it. */
    void close() {
        grid.getLifecycleService().removeLifecycleListener(lifecycleListener);
        grid.getCluster().removeMembershipListener(membershipListener);
    }

    /** Whether this node stood still a while ago, and has not yet found all others again and heard what they know. */
    boolean isApart() {
        if (!grid.getLifecycleService().isRunning()) {
            return true;
        }
        if (!isSettling()) {
            return false;
        }
        Set<UUID> now = members();
        if (now.size() < known.size()
                || !now.stream().allMatch(member -> known.contains(member) || marks.hasArrived(member))) {
            return true;
        }
        settle();
        return false;
    }

    /**
     * Waits while this node joins another grid, where it would find old sessions, or none; returns the grid for {@link #hasLeft}.
     *
     * @throws org.scriptingsession.error.NotStoredException when that takes too long
     */
    Object awaitGrid() {
        CompletableFuture<Void> current = joining;
        try {
            current.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return current;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Mistake.GRID_UNREACHABLE.because(e);
        } catch (ExecutionException | TimeoutException e) {
            throw Mistake.GRID_UNREACHABLE.because(e);
        }
    }

    /** Whether this node has begun to join another grid since {@link #awaitGrid} gave one. */
    boolean hasLeft(Object former) {
        return joining != former;
    }

    @Override
    public void memberAdded(MembershipEvent event) {
        membersChanged();
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
        missedAt = System.currentTimeMillis();
        membersChanged();
    }

    private void membersChanged() {
        if (!isSettling()) {
            known = members();
        }
    }

    private void lifecycleChanged(LifecycleEvent event) {
        switch (event.getState()) {
            case MERGING -> leave();
            case MERGED -> join();
            case MERGE_FAILED -> joining.complete(null);
            default -> {
                // the server starts or stops its grid
            }
        }
    }

    private void leave() {
        formerName = marks.node();
        forgot = isSettling();
        joining = new CompletableFuture<>();
        if (forgot) {
            LOGGER.log(Level.INFO, "This node stood still: it forgets its sessions, and takes them from the others.");
            marks.forget();
        }
    }

    private void join() {
        try {
            if (forgot) {
                settle();
            } else {
                tellAgain();
            }
            marks.arrive();
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.ERROR,
                    "This node has joined the grid of another, but could not tell it all: sessions may be as they were before"
                            + " the nodes lost each other.",
                    e);
        } finally {
            joining.complete(null);
        }
    }

    /** While the grids become one, an answer of the grid may fail to come; what was told before may be told once more. */
    private void tellAgain() {
        for (int attempt = 1; ; attempt++) {
            try {
                int ended = marks.endAgain();
                int stored = storeAgain.applyAsInt(formerName, missedAt - UNNOTICED.toMillis());
                LOGGER.log(
                        Level.INFO,
                        "This node has joined the grid of another, and stored {0} sessions again and ended {1} again.",
                        stored,
                        ended);
                return;
            } catch (HazelcastException unanswered) {
                if (attempt == TELLINGS) {
                    throw unanswered;
                }
                LOGGER.log(
                        Level.INFO,
                        "The grid that this node has joined did not answer, and is told again.",
                        unanswered);
            }
        }
    }

    private Set<UUID> members() {
        return grid.getCluster().getMembers().stream().map(Member::getUuid).collect(Collectors.toUnmodifiableSet());
    }

    /** A node that was alone before has nobody to find. */
    private boolean isSettling() {
        return known.size() > 1 && standstill.isWithin(REJOINING) && settledAfter != standstill.lastEnd();
    }

    private void settle() {
        settledAfter = standstill.lastEnd();
        known = members();
    }
}
