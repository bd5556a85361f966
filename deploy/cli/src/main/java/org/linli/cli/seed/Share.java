package org.linli.cli.seed;

/**
 * What a community gets in the plan. People of the whole city are numbered through, community by community; the first
 * ones of each community have hours.
 *
 * @param community which
 * @param neighbour the next community of the district, where every tenth record is served
 * @param people volunteers whose home is there
 * @param firstPerson number of the first of them, from 0
 * @param serving how many of them have hours
 * @param firstServing number of the first of those among all with hours, from 0
 * @param records records of the year
 * @param firstRecord number of the first of those, from 0
 * @param teams teams founded there
 * @param stations stations opened there, at least one
 */
record Share(
        Community community,
        Community neighbour,
        int people,
        long firstPerson,
        int serving,
        long firstServing,
        int records,
        long firstRecord,
        int teams,
        int stations) {}
