#!/bin/bash
#SBATCH --job-name=tumen
#SBATCH --array=1-64
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
# 64 shards of ten million runs by the archive with a runtime, unpacked once where all nodes see it:
#   tar -xzf tumen-0.1.0-linux-x86_64.tar.gz -C /shared && /shared/tumen-0.1.0/tumen --version
#   sbatch slurm.sh, then: sbatch --dependency=afterok:JOB --wrap '/shared/tumen-0.1.0/tumen join /shared/shards --out /shared/joined'
home=/shared/tumen-0.1.0
srun "$home/tumen" batch "$home/scenarios/baseline.yaml" --runs 10000000 --threads 2 \
    --shard "$SLURM_ARRAY_TASK_ID/64" --out /shared/shards
