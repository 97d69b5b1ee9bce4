/**
 * A Supabase project by its service address: the description that its REST interface gives of itself names tables,
 * columns, types and keys. {@link io.lakewright.analyzer.read.supabase.ProjectAddress} says which hosts are asked at all,
 * {@link io.lakewright.analyzer.read.supabase.RestDescription} asks, within bounds,
 * {@link io.lakewright.analyzer.read.supabase.DescriptionReader} reads. Must not depend on how schemas are understood.
 * Start at {@link io.lakewright.analyzer.read.supabase.SupabaseSource}.
 */
@NullMarked
package io.lakewright.analyzer.read.supabase;

import org.jspecify.annotations.NullMarked;
