"""The model of the page "The model" in plain vectorised numpy, for comparison of speed and of figures with the program.

One flat script, as an analyst would write it: all runs of a block side by side, week after week; scenarios/reference.yaml with
its numbers written in, one warner, one ally, no priors and no events. Draws come from one stream, so that runs can be neither
repeated alone nor paired between policies.

    python3 src/numpy/model.py --runs 20000
    python3 src/numpy/model.py --runs 20000 --check src/test/resources/org/tumen/simulation/reference.csv
"""
import argparse
import csv
import datetime
import resource
import sys
import time

import numpy as np

WEEKS, SIGMA = 156, 0.4
START = datetime.date(2023, 9, 1)
GAMMA = np.array([0, 0.2, 0.4, 0.6, 0.8, 1])
PRIOR = np.array([0.5, 0.2, 0.12, 0.08, 0.06, 0.04])
KNOWN = np.array([0.023, 0.011, 0.027, 0.129, 0.339, 0.471])
MOVES = 1 - np.exp(-0.05 / 52)
# Weights of votes: level, ideal, strictness, rivalry, provocation, self-interest, abstention, scale, China's alignment.
LEVEL, IDEAL, STRICT, RIVAL, PROVOKED, SELF, ABSTAIN, SCALE, CHINA = 2.78, 0.38, 0.65, 7.29, 1.27, 3.7, 0.41, 0.40, 0.79
WEST = np.array([1.49, 1.66, 1.99])  # France, the United Kingdom, the United States
ELECTED = np.array([1.17, -0.29, 0.04, -0.46, -0.38, 0.78, 0.76, -0.54, 0.62, -0.53])
RUSSIA, BEIJING = -1.27, -1.20
RUNG = np.array([0, 0.15, 0.30, 0.55, 0.75, 1])
COST = np.array([0, 0.03, 0.04, 0.06, 0.20, 0.26])
STRENGTH = np.array([0, 0, 0.5, 0.8, 1, 1])
HEAT = np.array([0, 0, 0.10, 0.25, 0.25, 0.25])
STIR = np.array([0, 0, 0.2, 0.8, 0.8, 0]) * SIGMA
DRAFTS = np.array([0.35, 0.6, 0.9])
V, TECH = (a.ravel() for a in np.meshgrid(np.linspace(0.3, 2.5, 11), np.linspace(0, 1, 11), indexing="ij"))
FIRSTS = ["announcement", "first_shipment", "first_warning", "first_package", "missiles", "treaty", "troops", "mandate_failure", "coalition", "first_crisis"]
COUNTS = ["launches", "major_launches", "appeals", "concerns", "warnings", "warnings_without_deal", "referrals", "packages", "ally_packages",
          "disclosures", "drafts_tabled", "drafts_adopted", "vetoes", "statements", "dialogues", "dialogue_weeks", "deals_abandoned", "terms_struck",
          "crises", "crisis_weeks", "incidents", "delivered"]


def logistic(x):
    return 1 / (1 + np.exp(-x))


def unit(x):
    return np.clip(x, 0, 1)


def choose(rng, utility):
    """A column of each row with probability proportional to the exponential of what stands there."""
    grows = np.cumsum(np.exp(utility - utility.max(axis=1, keepdims=True)), axis=1)
    return (grows < rng.random((len(grows), 1)) * grows[:, -1:]).sum(axis=1)


def week_of(month, day):
    days = ((datetime.date(year, month, day) - START).days for year in range(2023, 2028))
    return {d // 7 for d in days if d >= 0}


def terms(n, h):
    """Volume and technology share by Nash's solution on the grid."""
    r, n, h = V / 1.5, n[:, None], h[:, None]
    buyer = r * (1.5 * n - 0.35 * (1 - TECH) - 0.9 * 0.65 * TECH) - 0.3 * r * r
    seller = r * (0.2 + 0.6 * h * (1 - TECH) + 0.7 * TECH) - 0.4 * r * r
    gain = np.where((buyer > 0) & (seller > 0), np.sqrt(np.maximum(buyer * seller, 0)), 0)
    best = gain.argmax(axis=1)
    none = gain.max(axis=1) <= 0
    return np.where(none, 0.3, V[best]), np.where(none, 0, TECH[best])


def ballots(ideal, y, provoked, aligned, burden):
    """Probabilities of yes and of no; arguments broadcast."""
    z = (LEVEL + IDEAL * ideal - (STRICT + RIVAL * aligned) * y + PROVOKED * provoked * (1 - aligned) - burden)
    return logistic((z - ABSTAIN) / SCALE), logistic((-z - ABSTAIN) / SCALE)


def tally(y, provoked):
    """Of the unaligned thirteen: how many vote yes when no permanent member of them votes no, and that nobody votes no."""
    dist = np.zeros((len(y), 14))
    dist[:, 0] = 1
    nobody = np.ones(len(y))
    for permanent, ideals in ((True, WEST), (False, ELECTED)):
        yes, no = ballots(ideals, y[:, None], provoked[:, None], 0, 0)
        nobody *= (1 - no).prod(axis=1)
        for i in range(len(ideals)):
            other = 1 - yes[:, i] - (no[:, i] if permanent else 0)
            dist[:, 1:] = dist[:, 1:] * other[:, None] + dist[:, :-1] * yes[:, i, None]
            dist[:, 0] *= other
    return dist, nobody


def two(y, provoked, x, g):
    """Russia's and China's probabilities of yes and of no; g may have a column for each rivalry."""
    return ballots(RUSSIA, y, provoked, g, SELF * x), ballots(BEIJING, y, provoked, CHINA * g, 0)


def expected(y, provoked, x, belief):
    """The probability that a draft is adopted, and that nobody votes no, over the belief."""
    dist, nobody = tally(y, provoked)
    tail = dist[:, ::-1].cumsum(axis=1)[:, ::-1]
    (ry, rn), (cy, cn) = two(y[:, None], provoked[:, None], x[:, None], GAMMA)
    adopted = (tail[:, 7, None] * ry * cy + tail[:, 8, None] * (ry * (1 - cy - cn) + (1 - ry - rn) * cy)
               + tail[:, 9, None] * (1 - ry - rn) * (1 - cy - cn))
    return (adopted * belief).sum(axis=1), (nobody[:, None] * (1 - rn) * (1 - cn) * belief).sum(axis=1)


def vote(rng, y, provoked, x, g, belief):
    """Whether a draft is adopted, whether it is vetoed, and the belief after the votes."""
    m = len(y)
    yes, no = ballots(np.concatenate([WEST, ELECTED]), y[:, None], provoked[:, None], 0, 0)
    draw = rng.random((m, 13))
    ayes, blocked = (draw < yes).sum(axis=1), (draw[:, :3] > 1 - no[:, :3]).any(axis=1)
    at_g, at_all = two(y, provoked, x, g), two(y[:, None], provoked[:, None], x[:, None], GAMMA)
    belief = belief.copy()
    for (py, pn), (qy, qn) in zip(at_g, at_all):
        draw = rng.random(m)
        aye, nay = draw < py, draw > 1 - pn
        ayes, blocked = ayes + aye, blocked | nay
        belief *= np.where(aye[:, None], qy, np.where(nay[:, None], qn, 1 - qy - qn))
    return (ayes >= 9) & ~blocked, (ayes >= 9) & blocked, belief / belief.sum(axis=1, keepdims=True)


def simulate(rng, m):
    """Outcomes of m runs, by name."""
    normal, chance = (lambda: rng.standard_normal(m)), (lambda p: rng.random(m) < p)
    full = lambda value, kind=float: np.full(m, value, kind)
    n, h, T, A, R, e, P, b, c_j = (full(v) for v in (0.65, 0.50, 38, 50, 60, 0.6, 0.30, 0.8, 0.6))
    H_j, H_a, H_c, D, E, X, K, O, d, tired, rep = (full(v) for v in (0, 0.1, 0, 0, 0.15, 0.3, 0, 0, 0, 0, 0))
    S, L, c, Z = full(0.5), full(0, int), 1 + 0.5 * normal(), np.exp(0.33 * normal())
    S[:] = 0.5
    belief, g = np.tile(KNOWN, (m, 1)), rng.choice(GAMMA, m, p=KNOWN)
    stage, left, x = np.where(chance(0.5), 2, 1), full(0.0), full(0.0)
    seller, buyer, last_act, opened = full(0, int), full(0, int), full(-1, int), full(-1, int)
    last_sat, failed_at = full(-99, int), full(999, int)
    announced, revealed, pending, talking, coalition, crisis, bound_live = (full(False, bool) for _ in range(7))
    panel = full(True, bool)
    first = {key: full(WEEKS, int) for key in FIRSTS}
    count = {key: full(0.0) for key in COUNTS}
    mean = {key: full(0.0) for key in ("stability", "tension", "pressure", "enforcement")}
    least, parts = full(100.0), {}
    reports, mandates = week_of(9, 15) | week_of(3, 8), week_of(3, 24)

    def mark(key, week, which):
        first[key][which & (first[key] == WEEKS)] = week

    def strike(which):
        v, share = terms(n[which], h[which])
        count["terms_struck"][which] += 1
        return v, share

    left[stage == 2], x[stage == 2] = strike(stage == 2)
    for week in range(WEEKS):
        day = START + datetime.timedelta(7 * week)
        exercise = (day.month == 3 and day.day <= 21) or (day.month == 8 and 10 <= day.day <= 29)
        impact, news = full(0.0), full(week == 0, bool)

        # Environment
        n = unit(n + 0.03 * (0.65 - n) + 0.02 * normal())
        h = unit(h + 0.04 * (0.22 + 0.60 * P - h) + 0.015 * normal())
        for state, keeps in ((H_j, 0.85), (H_a, 0.85), (H_c, 0.85), (K, 0.85), (D, 0.93), (E, 0.98), (X, 0.98), (d, 0.97)):
            state *= keeps
        c = 0.953 * c + np.sqrt(1 - 0.953**2) * normal()
        g = np.where(chance(MOVES), rng.choice(GAMMA, m, p=PRIOR), g)
        belief = (1 - MOVES) * belief + MOVES * PRIOR
        expects = belief @ GAMMA

        # Trade
        heat = H_j + H_a + H_c
        H = np.minimum(1.5, heat)
        weight = np.divide(c_j * H_j + 0.6 * (H_c + H_a), heat, out=full(0.0), where=heat > 0) * np.minimum(1, H)
        fear_b = X * weight * (1 - 0.9 * O)
        fear_s = fear_b + X * 0.6 * (1 - expects) * (1 - 0.9 * O)
        gain_s, gain_b = 0.25 + 0.75 * h - 0.7 * fear_s + 0.06 * H, n - 0.6 * fear_b + 0.06 * H
        before = stage.copy()
        sunk = 0.4 * np.array([0, 0, 0.5, 1])[before] + 0.4 * (L >= 2)
        for stance, gain, more in ((seller, gain_s, 0.35 * talking), (buyer, gain_b, 0)):
            again = np.flatnonzero((before > 0) & chance(0.25))
            utility = np.stack([gain, full(0.1), more - sunk], axis=1)[again]
            stance[again] = choose(rng, 6 * utility)
        quits = (before > 0) & ((seller == 2) | (buyer == 2))
        abandoned = quits & (before >= 2)
        count["deals_abandoned"] += abandoned
        impact -= 4 * abandoned
        stage[quits], revealed[quits] = 0, False
        talks = (before == 0) & chance(0.25) & chance(logistic(6 * (gain_s - 0.6))) & chance(logistic(6 * (gain_b - 0.6)))
        stage[talks], seller[talks], buyer[talks] = 1, 0, 0
        both = (before > 0) & ~quits & (seller == 0) & (buyer == 0)
        agree = both & (before == 1) & chance(0.25)
        if agree.any():
            stage[agree] = 2
            left[agree], x[agree] = strike(agree)
        stage[both & (before == 2) & chance(0.6)] = 3
        told = (stage >= 2) & ~announced & chance(0.35)
        announced |= told
        news |= told
        impact += told
        X[told] = np.maximum(X[told], 0.6)
        mark("announcement", week, told)
        lots = both & (stage == 3)
        extend = lots & (left < 0.15)
        if extend.any():
            v, share = strike(extend)
            left[extend] += v
            x[extend] = np.maximum(x[extend], share)
        lot = np.where(lots, np.minimum(0.035 * Z * np.exp(0.25 * normal()) * (1 - 0.2 * P) * (1 - d), left), 0)
        left -= lot
        count["delivered"] += lot
        mark("first_shipment", week, lots)
        n, h = unit(n - 0.2 * lot), unit(h - 0.2 * lot * (1 - x))
        A = np.minimum(100, A + 5 * x * lot * (1 - A / 130))
        impact += 0.2 * lots
        O += np.where(lots & (X > 0.5), 0.03 * (1 - O), 0)
        step = lots & (L < 3) & chance(0.07 * np.exp(-3 * fear_b))
        L += step
        news |= step
        X[step] = np.maximum(X[step], 0.8)
        x[step] = np.minimum(1, x[step] + 0.1)
        impact += step * np.array([0, 2, 2, 3])[L]
        A += 0.5 * (step & (L == 1))
        O[step & (L == 2)] = 1
        n = unit(n - 0.08 * (step & (L == 3)))
        for level, key in ((1, "missiles"), (2, "treaty"), (3, "troops")):
            mark(key, week, step & (L == level))
        spent = lots & (left <= 0)
        stage[spent], revealed[spent] = 0, False
        live = stage > 0

        # Launches
        u = -2.83 + c + 0.015 * (T - 30) + 0.3 * H - 1.2 * talking - 0.1 * L - 0.5 * (P - 0.30) + 0.3 * exercise
        fired = rng.binomial(3, logistic(u))
        major = rng.binomial(fired, 0.13)
        minor = fired - major
        K += 0.6 * major + 0.12 * minor
        A = np.minimum(100, A + 0.15 * major + 0.03 * minor)
        impact += 1.8 * major + 0.3 * minor
        news |= major > 0
        count["launches"] += fired
        count["major_launches"] += major

        # Monitoring
        sight = 0.20 + np.where(panel, 0.20, np.where(coalition, 0.12, 0))
        seen = np.array([0, 0.35, 0.5, 1])[stage] * np.where((stage == 3) & ~lots, 0.3, 1)
        signal = chance(1 - 0.97 * np.exp(-sight * seen * 0.5))
        b = 0.985 * b + 0.02 * (1 - b)
        if_deal = 1 - 0.97 * np.exp(-sight * 0.7 * 0.5)
        if_deal, if_none = np.where(signal, if_deal, 1 - if_deal), np.where(signal, 0.03, 0.97)
        b = b * if_deal / (b * if_deal + (1 - b) * if_none)
        disclosed = live & chance(1 - np.exp(-0.5 * seen * 0.5)) & chance(0.35)
        count["disclosures"] += disclosed
        E += 0.12 * disclosed
        H_a[disclosed] = np.minimum(1.5, H_a[disclosed] + 0.12)
        b = np.where(disclosed, 0.9 * b / (0.9 * b + 0.2 * (1 - b)), b)
        report = panel & live if week in reports else full(False, bool)
        panel &= week != failed_at + 5
        forms = ~panel & ~coalition & chance(0.04)
        coalition |= forms
        mark("coalition", week, forms)
        found = coalition & chance(0.035)
        R = np.clip(R + 2 * forms + 1.5 * found, 0, 100)
        E = np.minimum(1, E + 0.25 * report + 0.25 * found)
        news |= disclosed | report | found
        X = np.maximum(X, E)
        revealing = ~revealed & (stage >= 2) & ((b > 0.7) | (E > 0.5))
        revealed |= revealing
        impact += 3 * revealing
        R = np.maximum(0, R - np.where(lots & revealed, 0.25 * (1 - 0.7 * np.minimum(1, H)), 0))

        # Warning
        q = unit(b * (0.35 + 0.1 * (revealed & (stage == 3)) + 0.35 * A / 100) + 0.25 * np.minimum(1, K)
                 + 0.2 * (T - 30) / 100 + 0.2 * news)
        ideal = unit(0.85 * q)
        tired *= 0.95
        stirs = np.where(news, 0.75, np.where((fired > 0) | signal, 0.12, 0))
        attends = np.flatnonzero(chance(0.03 + stirs * (1 - tired)))
        utility = -2 * (RUNG - ideal[attends, None]) ** 2 - COST
        utility[:, 4] -= 0.25 * expects[attends]
        utility[:, 1] += 0.05
        utility[:, 5] -= 9 * pending[attends]
        rows = np.flatnonzero(last_act[attends] >= 0)
        utility[rows, last_act[attends[rows]]] -= 0.45 * rep[attends[rows]]
        act = full(0, int)
        act[attends] = choose(rng, 8 * utility)
        acts, same = act > 0, act == last_act
        rep = np.where(acts, np.where(same, np.minimum(1, rep + 0.5), rep * 0.5), rep * 0.985)
        last_act = np.where(acts, act, last_act)
        tired += np.where(acts, 0.75 * (1 - tired), 0)
        D = np.minimum(1, D + 0.25 * (act == 1))
        c_j = np.maximum(0, c_j - 0.03 * ((act == 1) & (opened >= 0)))
        X = np.where(act >= 2, np.maximum(X, b * STRENGTH[act]), X)
        H_j = np.minimum(1.5, H_j + HEAT[act])
        impact += STIR[act]
        warns = act == 3
        opens = warns & (opened < 0)
        opened[opens], bound_live[opens] = week, live[opens]
        pending |= (warns & chance(0.4)) | (act == 5)
        for level, key in ((1, "appeals"), (2, "concerns"), (3, "warnings"), (4, "referrals")):
            count[key] += act == level
        count["warnings_without_deal"] += warns & ~live
        mark("first_warning", week, warns)
        usable = E > 0.25
        ally = usable & chance(0.03)
        package = pending & usable & chance(0.06 * np.where(ally, 4, 1))
        pending &= ~package
        ally |= package & chance(0.4)
        H_j = np.minimum(1.5, H_j + 0.1 * package)
        d += 0.04 * (1 - d) * package
        d += 0.08 * np.where(package, 1.5, 1) * (1 - d) * ally
        H_a = np.minimum(1.5, H_a + 0.1 * ally)
        impact += 2 * SIGMA * package + 0.4 * ally
        count["packages"] += package
        count["ally_packages"] += ally
        mark("first_package", week, package)
        open_now = opened >= 0
        kept = open_now & ((act == 4) | package | (bound_live & ~live))
        late = open_now & ~kept & (week - opened == 26)
        c_j = np.where(kept, c_j + 0.125 * (1 - c_j), np.where(late, c_j * np.where(live, 0.75, 0.95), c_j))
        opened[kept | late] = -1

        # Dialogue
        H = np.minimum(1, H_j + H_a + H_c)
        opening = ~talking & chance(0.012 * np.minimum(1, D + 0.3) * np.exp(-0.7 * L + 2 * (h - 0.4)) * (1 - 0.7 * H))
        ending = talking & chance(0.012 * np.where(D > 0.1, 0.7, 1) + 0.03 * H + 0.05 * (package | ally))
        talking = (talking | opening) & ~ending
        impact += 4.0 * ending - 4.0 * opening
        count["dialogues"] += opening
        count["dialogue_weeks"] += talking

        # Council
        if week in mandates:
            due = np.flatnonzero(panel & (failed_at == 999))
            passed, vetoed, belief[due] = vote(
                rng, np.full(len(due), 0.1), np.minimum(1, K[due]), X[due], g[due], belief[due])
            lost = due[~passed]
            R[lost] = np.maximum(0, R[lost] - 8)
            impact[lost] += 1
            failed_at[lost] = week
            first["mandate_failure"][lost] = week
            count["vetoes"][due] += vetoed
        sits = np.flatnonzero((week - last_sat >= 4) & ((act == 4) | ((major > 0) & chance(0.9))
                                                        | ((major == 0) & (fired > 0) & chance(0.02))))
        if len(sits):
            last_sat[sits] = week
            provoked = np.maximum(np.minimum(1, K[sits]), np.where(major[sits] > 0, 0.8, 0.1))
            utility = np.zeros((len(sits), 5))
            for i, y in enumerate(DRAFTS):
                p, _ = expected(np.full(len(sits), y), provoked, X[sits], belief[sits])
                utility[:, 1 + i] = p * y - 0.5 * (1 - p)
            _, p = expected(np.full(len(sits), 0.3), provoked, X[sits], belief[sits])
            utility[:, 4] = p * 0.3 - 0.3 * 0.5 * (1 - p)
            move = choose(rng, 10 * utility)
            slips = rng.random(len(sits)) < 0.05
            move[slips] = 1 + rng.integers(0, 3, slips.sum())
            R[sits[move == 0]] -= 0.2
            at = (move >= 1) & (move <= 3)
            who = sits[at]
            y = DRAFTS[move[at] - 1]
            passed, vetoed, belief[who] = vote(rng, y, provoked[at], X[who], g[who], belief[who])
            S[who] = np.where(passed, 1 - (1 - S[who]) * (1 - 0.3 * y), S[who])
            R[who] += np.where(passed, 6 * y, np.where(vetoed, -3, -1))
            H_c[who] = np.minimum(1.5, H_c[who] + 0.3 * passed)
            impact[who] += np.where(passed, 2 * SIGMA, np.where(vetoed, 1.2, 0))
            count["drafts_tabled"][who] += 1
            count["drafts_adopted"][who] += passed
            count["vetoes"][who] += vetoed
            who = sits[move == 4]
            y, k = np.full(len(who), 0.3), provoked[move == 4]
            (_, rn), (_, cn) = two(y, k, X[who], g[who])
            agreed = rng.random(len(who)) < tally(y, k)[1] * (1 - rn) * (1 - cn)
            R[who] += np.where(agreed, 1, -0.3)
            H_c[who] = np.minimum(1.5, H_c[who] + 0.15 * agreed)
            impact[who] += 0.5 * SIGMA * agreed
            count["statements"][who] += agreed
            R = np.clip(R, 0, 100)

        # Region
        upheld = 0.30 * (c_j * np.minimum(1, H_j) + 0.6 * np.minimum(1, H_c + H_a))
        aim = unit(0.75 * (0.4 + 0.6 * R / 100) + upheld + 0.08 * np.where(panel, 1, 0.7 * coalition) - 0.15 * g - 0.10 * talking)
        e = e + 0.02 * (aim - e)
        P = S * e
        shock = np.where(chance(0.02), rng.exponential(8, m), 0)
        base = 30 + 0.35 * (A - 50) + 0.15 * (60 - R) + L - 8 * talking
        T = np.clip(T + 0.05 * (base - T) + np.maximum(impact, 0) * (1 + 0.6 * (T - 30) / 30)
                    - np.maximum(-impact, 0) + 1.3 * normal() + shock, 0, 100)
        begins = ~crisis & (T >= 70)
        crisis = (crisis | begins) & ~(T <= 55)
        mark("first_crisis", week, begins)
        incident = crisis & chance(0.03)
        T = np.minimum(100, T + 12 * incident)
        R = np.clip(R + 0.01 * (50 + 50 * (e - 0.52) - R), 0, 100)
        stability = 100 - (0.5 * T + 0.25 * A + 0.25 * (100 - R))
        count["crises"] += begins
        count["crisis_weeks"] += crisis
        count["incidents"] += incident
        least = np.minimum(least, stability)
        for key, value in (("stability", stability), ("tension", T), ("pressure", P), ("enforcement", e)):
            mean[key] += value / WEEKS
        if week in (25, 51, 97, 103):
            parts[week] = count["delivered"].copy(), count["launches"].copy()

    out = {"mean_" + key: value for key, value in mean.items()} | count | first
    out.update(final_stability=stability, min_stability=least, final_arsenal=A, final_integrity=R, final_credibility=c_j,
               technology_share=x, any_crisis=first["first_crisis"] < WEEKS, mandate_failed=failed_at < 999,
               launches_weeks_0_51=parts[51][1], launches_weeks_52_103=parts[103][1] - parts[51][1],
               launches_weeks_104_155=count["launches"] - parts[103][1])
    return out | {f"delivered_to_week_{week}": parts[week][0] for week in (25, 51, 97)}


def check(out, runs, file):
    """Names of outcomes whose mean is not within four standard errors of the figure of the model page."""
    with open(file, newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    wrong = []
    for row in rows:
        value, wanted = out[row["outcome"]].mean(), float(row["mean"])
        error = float(row["sd"]) * np.sqrt(1 / runs + 1e-6) + 1e-4
        if abs(value - wanted) > 4 * error:
            wrong.append(f"{row['outcome']}: {value:.4f}, {wanted:.4f} on the page, {(value - wanted) / error:.1f} errors apart")
    print(f"{len(rows) - len(wrong)} of {len(rows)} means agree with {file}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20000)
    parser.add_argument("--block", type=int, default=5000, help="runs side by side (default: 5000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", metavar="CSV", help="hold the means against these figures; status 1 if one is off")
    args = parser.parse_args()
    if args.runs < 1 or args.block < 1:
        parser.error("--runs and --block must be 1 or more")
    rng, blocks, begun = np.random.default_rng(args.seed), [], time.perf_counter()
    for done in range(0, args.runs, args.block):
        blocks.append(simulate(rng, min(args.block, args.runs - done)))
    took = time.perf_counter() - begun
    out = {key: np.concatenate([block[key] for block in blocks]) for key in blocks[0]}
    for key in sorted(out):
        print(f"{key:24} {out[key].mean():10.4f} {out[key].std():10.4f}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{args.runs} runs in {took:.1f} s: {args.runs / took:.0f} a second, {memory} MiB")
    wrong = check(out, args.runs, args.check) if args.check else []
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
